import { Inject, Injectable } from '@nestjs/common';
import { normaliseIdentities } from '@siyu/customers';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, Events } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { checkEvent, eventContent, type Event, type EventInput } from './domain/event-rules';
import type { Outcome } from './domain/reports';
import { EventsStore } from './events.store';
import { EVENT_KEYS } from './keys.store';
import { EVENTS_PER_EVENT, eventsRecorded } from './orders.events';
import { recordEach, ReportsService, type Recorded, type Write } from './reports.service';

/** The one way in for behavioural events. */
@Injectable()
export class EventsService {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsService,
    private readonly events: EventsStore,
    private readonly happenings: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Records a batch of events, up to 1,000, in the manner of `OrdersService.recordBatch`: each stands alone, a known one
   * with another content is replaced, one whose identities lead to another customer now moves there.
   *
   * @returns one answer per event, in order; failures carry a code of `checkEvent` or `customers.identity-invalid`
   */
  recordBatch(inputs: EventInput[]): Promise<Recorded[]> {
    const now = this.clock.now();
    return recordEach(
      inputs,
      (input) => withIdentities(checkEvent(input, now)),
      (events) => this.record(events, now),
    );
  }

  private async record(events: Event[], now: Date): Promise<Outcome[]> {
    const reports = events.map(({ source, externalId, identities, occurredAt }, index) => {
      const at = occurredAt < now ? occurredAt : now;
      return { source, externalId, identities, at, content: eventContent(events[index]!) };
    });
    const customerIds = await this.reports.identify(reports);
    return this.database.transaction(async (em) => {
      const { outcomes, writes } = await this.reports.take(em, EVENT_KEYS, reports, customerIds);
      if (writes.length === 0) return outcomes;
      const moved = writes.flatMap(({ held, key }) => (held && held.customerId !== key.customerId ? [held] : []));
      await this.events.remove(
        em,
        moved.map(({ customerId, id }) => ({ customerId, eventId: id })),
      );
      await this.events.put(
        em,
        writes.map(({ key, position }) => ({ customerId: key.customerId, eventId: key.id, event: events[position]! })),
        now,
      );
      await this.reports.point(em, EVENT_KEYS, writes);
      await this.publish(em, writes, events);
      return outcomes;
    });
  }

  private async publish(em: EntityManager, writes: Write[], events: Event[]): Promise<void> {
    const told = writes.flatMap(({ key, held, position }) => {
      const { type } = events[position]!;
      const places = held && held.customerId !== key.customerId ? [held, key] : [key];
      return places.map(({ customerId, id }) => ({ customerId, eventId: id, type }));
    });
    for (let at = 0; at < told.length; at += EVENTS_PER_EVENT) {
      await this.happenings.publish(em, eventsRecorded, { events: told.slice(at, at + EVENTS_PER_EVENT) });
    }
  }
}

function withIdentities(event: Event): Event {
  return { ...event, identities: normaliseIdentities(event.identities) };
}
