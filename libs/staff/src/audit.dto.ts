import { FreeFormField, IdField, InstantField, ListField, ObjectField, PageQuery, TextField } from '@siyu/platform';

export class AuditQuery extends PageQuery {
  @TextField({ max: 100, optional: true, example: 'staff', description: 'What kind of thing was changed.' })
  subject?: string;

  @TextField({ max: 200, optional: true })
  subjectId?: string;

  @IdField({ optional: true, description: 'Account of whoever did it.' })
  actorId?: string;

  @TextField({ max: 100, optional: true, example: 'staff.create' })
  action?: string;
}

/** Whoever did it: staff, an API key, a member (the id is the customer's) or the system itself. */
export class AuditActor {
  @TextField({ max: 40, example: 'staff' })
  kind: string;

  @IdField({ nullable: true })
  id: string | null;

  @TextField({ max: 100, nullable: true })
  displayName: string | null;
}

export class AuditEntryView {
  @IdField()
  id: string;

  @InstantField()
  recordedAt: string;

  @ObjectField(() => AuditActor)
  actor: AuditActor;

  @TextField({ max: 100 })
  action: string;

  @TextField({ max: 100 })
  subject: string;

  @TextField({ max: 200 })
  subjectId: string;

  @FreeFormField({ nullable: true })
  before: Record<string, unknown> | null;

  @FreeFormField({ nullable: true })
  after: Record<string, unknown> | null;
}

export class AuditPage {
  @ListField(() => AuditEntryView, { max: 200 })
  items: AuditEntryView[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}
