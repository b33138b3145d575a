import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected } from '@siyu/platform';
import type { Event } from './domain/event-rules';

/** An event on its way into the table. */
export interface EventWrite {
  customerId: string;
  eventId: string;
  event: Event;
}

/** Every write of behavioural events. The caller holds the keys of the events. */
@Injectable()
export class EventsStore {
  /** Inserts the events, or replaces the content of those that are there. */
  async put(em: EntityManager, events: EventWrite[], now: Date): Promise<void> {
    await affected(
      em,
      `insert into orders_events as e
         (customer_id, event_id, source, external_id, type, occurred_at, properties, recorded_at)
       select w.customer_id, w.event_id, w.source, w.external_id, w.type, w.occurred_at, w.properties, $2
       from json_to_recordset($1::json) as w (customer_id uuid, event_id uuid, source text, external_id text, type text,
         occurred_at timestamptz, properties jsonb)
       on conflict (customer_id, event_id) do update set type = excluded.type, occurred_at = excluded.occurred_at,
         properties = excluded.properties`,
      [JSON.stringify(events.map(columnsOf)), now],
    );
  }

  async remove(em: EntityManager, places: { customerId: string; eventId: string }[]): Promise<void> {
    if (places.length === 0) return;
    await affected(
      em,
      `delete from orders_events e using unnest($1::uuid[], $2::uuid[]) as w (customer_id, event_id)
       where e.customer_id = w.customer_id and e.event_id = w.event_id`,
      [places.map(({ customerId }) => customerId), places.map(({ eventId }) => eventId)],
    );
  }
}

function columnsOf({ customerId, eventId, event }: EventWrite) {
  return {
    customer_id: customerId,
    event_id: eventId,
    source: event.source,
    external_id: event.externalId,
    type: event.type,
    occurred_at: event.occurredAt,
    properties: event.properties,
  };
}
