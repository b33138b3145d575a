import type { Identity } from '@siyu/customers';
import { canonicalJson } from './canonical';
import { ordersErrors } from './errors';
import { requireFreeForm, requireList, requireText, requireTime } from './field-rules';
import { limits } from './limits';

/** Something that a customer did and that is no order: a view, a cart, a click, a visit. */
export interface EventInput {
  source: string;
  externalId: string;
  identities: Identity[];
  /** In the source's words, one word per kind of act: `page_view`, `cart.add`. */
  type: string;
  occurredAt: Date;
  properties?: Record<string, unknown>;
}

export type Event = Required<EventInput>;

export const EVENT_TYPE = /^[A-Za-z][\w.:-]*$/;

/**
 * Checks and completes an event.
 *
 * @throws DomainError `orders.field-invalid`, `orders.identity-missing`, `orders.time-implausible` (invalid)
 */
export function checkEvent(input: EventInput, now: Date): Event {
  if (!Array.isArray(input.identities) || input.identities.length === 0) throw ordersErrors.identityMissing();
  const type = requireText(input.type, limits.eventType, '/type');
  if (!EVENT_TYPE.test(type)) throw ordersErrors.fieldInvalid('/type', `must match ${EVENT_TYPE.source}`);
  return {
    source: requireText(input.source, limits.source, '/source'),
    externalId: requireText(input.externalId, limits.externalId, '/externalId'),
    identities: requireList(input.identities, limits.identities, '/identities'),
    type,
    occurredAt: requireTime(input.occurredAt, now, '/occurredAt'),
    properties: requireFreeForm(input.properties ?? {}, limits.propertiesCharacters, '/properties'),
  };
}

/** What of an event makes it another version when it differs; see `orderContent`. */
export function eventContent(event: Event): string {
  const identities = event.identities.map(({ type, value }) => `${type} ${value}`).sort();
  return canonicalJson([event.type, event.occurredAt.getTime(), event.properties, identities]);
}
