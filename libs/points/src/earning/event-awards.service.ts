import { Injectable } from '@nestjs/common';
import { HappeningsQueries, type EventsRecorded, type Happening } from '@siyu/orders';
import { Database } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { AwardingService, type Candidate } from './awarding.service';
import { AwardsStore } from './awards.store';
import { awardKeys } from './domain/award-keys';
import { isUnawarded } from './domain/order-awards';
import type { RuleVersion } from './domain/rules';
import type { AwardRow } from './earning.entities';
import { EarnersService, type KnownEarner } from './earners.service';
import { TakeBacksService } from './take-backs.service';

/** Awards for behavioural events. An event that goes over to another customer takes its award along. */
@Injectable()
export class EventAwardsService {
  constructor(
    private readonly database: Database,
    private readonly happenings: HappeningsQueries,
    private readonly earners: EarnersService,
    private readonly awarding: AwardingService,
    private readonly takeBacks: TakeBacksService,
    private readonly awards: AwardsStore,
  ) {}

  async settle(events: EventsRecorded['events']): Promise<void> {
    const rules = await this.awarding.rulesOf('event');
    const types = new Set(
      rules.flatMap(({ content: { trigger } }) => (trigger.kind === 'event' ? [trigger.type] : [])),
    );
    const awarded = await this.awards.ofSubjects(this.database.em, events.map(asSubject));
    const names = new Set(awarded.map(({ customerId, subjectId }) => `${customerId} ${subjectId}`));
    const concerned = events.filter((event) => types.has(event.type) || names.has(nameOf(event)));
    if (concerned.length === 0) return;
    const known = await this.earners.know(
      concerned.map(({ customerId }) => customerId),
      rules,
    );
    await this.database.transaction((em) => this.settleIn(em, concerned, rules, known));
  }

  private async settleIn(
    em: EntityManager,
    events: EventsRecorded['events'],
    rules: RuleVersion[],
    known: (customerId: string) => KnownEarner,
  ): Promise<void> {
    await this.awarding.lock(
      em,
      events.map(({ customerId }) => customerId),
    );
    const found = await this.happenings.of(events, em);
    const held = await this.awards.ofSubjects(em, events.map(asSubject));
    const present = new Set(found.map(nameOf));
    const left = held.filter(({ customerId, subjectId }) => !present.has(`${customerId} ${subjectId}`));
    const byEvent = Map.groupBy(held, ({ customerId, subjectId }) => `${customerId} ${subjectId}`);
    const candidates = found.flatMap((event): Candidate[] => {
      const before = byEvent.get(nameOf(event)) ?? [];
      return isUnawarded(before) ? [{ ...candidateOf(event, known(event.customerId), before), rules }] : [];
    });
    await this.awarding.award(em, candidates);
    await this.takeBacks.settle(em, left, new Map());
  }
}

function candidateOf(event: Happening, known: KnownEarner, before: AwardRow[]): Omit<Candidate, 'rules'> {
  const { customerId, eventId, type, occurredAt, properties } = event;
  return {
    customerId,
    key: awardKeys.event(event, before.length + 1),
    subjectId: eventId,
    source: 'events',
    reference: null,
    waits: false,
    occasion: { triggers: ['event'], at: occurredAt, event: { type, properties }, ...known },
  };
}

function nameOf({ customerId, eventId }: { customerId: string; eventId: string }): string {
  return `${customerId} ${eventId}`;
}

function asSubject({ customerId, eventId }: { customerId: string; eventId: string }) {
  return { customerId, subjectId: eventId };
}
