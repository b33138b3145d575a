import type { Identity } from '@siyu/customers';
import { FreeFormField, InstantField, ListField, SeparatelyCheckedListField, TextField } from '@siyu/platform';
import { SourceIdentity } from './batches.dto';
import { EVENT_TYPE, type EventInput } from './domain/event-rules';
import { limits } from './domain/limits';

export class IncomingEvent {
  @TextField({ max: limits.source, description: 'Which shop or system says so.' })
  source: string;

  @TextField({ max: limits.externalId, description: 'Name of the event within the source.' })
  externalId: string;

  @ListField(() => SourceIdentity, { max: limits.identities, description: 'Who did it; at least one.' })
  identities: Identity[];

  @TextField({ max: limits.eventType, pattern: EVENT_TYPE, example: 'page_view' })
  type: string;

  @InstantField()
  occurredAt: string;

  @FreeFormField({ maxBytes: limits.propertiesCharacters, optional: true })
  properties?: Record<string, unknown>;
}

export class EventBatch {
  @SeparatelyCheckedListField(() => IncomingEvent, { max: limits.eventsPerBatch })
  events: unknown[];
}

export function toEventInput(dto: IncomingEvent): EventInput {
  return { ...dto, occurredAt: new Date(dto.occurredAt) };
}
