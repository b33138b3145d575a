import { FreeFormField, IdField, ListField, PageQuery, TextField } from '@siyu/platform';

export class TimelineQuery extends PageQuery {
  @TextField({
    max: 500,
    optional: true,
    description: 'Kinds to show, with commas between; all when left out.',
    example: 'order,refund',
  })
  kinds?: string;
}

export class TimelineItem {
  @IdField()
  id: string;

  @TextField({ max: 60, example: 'order' })
  kind: string;

  @TextField({ max: 30, format: 'date-time', description: 'UTC, to the microsecond.' })
  at: string;

  @FreeFormField({ description: 'What happened, by kind.' })
  data: Record<string, unknown>;
}

export class Timeline {
  @ListField(() => TimelineItem, { max: 200 })
  items: TimelineItem[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}
