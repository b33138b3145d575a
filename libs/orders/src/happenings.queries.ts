import { Injectable } from '@nestjs/common';
import { Database, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';

/** A behavioural event as others judge it. */
export interface Happening {
  customerId: string;
  eventId: string;
  source: string;
  externalId: string;
  type: string;
  occurredAt: Date;
  properties: Record<string, unknown>;
}

/** Behavioural events by name, for libs that react to `orders.events-recorded`. */
@Injectable()
export class HappeningsQueries {
  constructor(private readonly database: Database) {}

  /** The events that are to be found with these customers; those that moved away are left out. */
  async of(
    places: readonly { customerId: string; eventId: string }[],
    em: EntityManager = this.database.em,
  ): Promise<Happening[]> {
    return rows<Happening>(
      em,
      `select e.customer_id as "customerId", e.event_id as "eventId", e.source, e.external_id as "externalId", e.type,
         e.occurred_at as "occurredAt", e.properties
       from unnest($1::uuid[], $2::uuid[]) as w (customer_id, event_id)
       join orders_events e on e.customer_id = w.customer_id and e.event_id = w.event_id`,
      [places.map(({ customerId }) => customerId), places.map(({ eventId }) => eventId)],
    );
  }
}
