import { Injectable } from '@nestjs/common';
import { timelineAt as instant } from '@siyu/customers';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { ValueLedger } from './domain/rules';
import type { Standing } from './domain/settling';
import type { FlatRule } from './domain/worth';
import { bookingSql, concerns, draftsSql, standingsSql } from './standings.sql';
import { arraysOf, BOOKED, type Booked, type Booking, type IdRange, type SubjectPlace } from './values.store';

/** The rules for orders and events, and which of them have caps. */
export interface SettlingRules {
  flat: FlatRule[];
  cappedKeys: string[];
}

/** Bookings that follow from what orders and events ask for; whoever calls holds the accounts. */
@Injectable()
export class ValueSettlingStore {
  /** Brings the entries of these orders and events to what rules without caps ask for; the accounts are locked. */
  settlePlaces(
    em: EntityManager,
    ledger: ValueLedger,
    { flat, cappedKeys }: SettlingRules,
    places: readonly SubjectPlace[],
    { at, actor }: Booking,
  ): Promise<Booked[]> {
    const params = [ledger, JSON.stringify(flat), cappedKeys, ...arraysOf(places), at, actor];
    return rows<Booked>(em, `${bookingSql(draftsSql('places'), 6)} ${BOOKED}`, params);
  }

  /** Like {@link settlePlaces}, for all orders and events of the customers in a range. */
  async settleRange(
    em: EntityManager,
    ledger: ValueLedger,
    { flat, cappedKeys }: SettlingRules,
    { above, upTo }: IdRange,
    { at, actor }: Booking,
  ): Promise<{ entries: number; amount: number }> {
    const total = `select coalesce(sum(entries), 0)::bigint as entries, coalesce(sum(amount), 0)::bigint as amount from sums`;
    const params = [ledger, JSON.stringify(flat), cappedKeys, above, upTo, at, actor];
    // Thousands of customers at once, often into tables of which the planner knows nothing yet: then it would loop.
    await affected(em, `set local work_mem = '64MB'`);
    await affected(em, 'set local enable_nestloop = off');
    const booked = await row<{ entries: number; amount: number }>(
      em,
      `${bookingSql(draftsSql('range'), 6, concerns.range('a'))} ${total}`,
      params,
    );
    await affected(em, 'set local enable_nestloop = on');
    return booked!;
  }

  /** What orders and events of the customers ask for by rules with caps, before these. */
  cappedStandings(
    em: EntityManager,
    ledger: ValueLedger,
    { flat, cappedKeys }: SettlingRules,
    customerIds: readonly string[],
  ): Promise<Standing[]> {
    return rows<Standing>(
      em,
      `with ${standingsSql('customers', 'capped')}
       select customer_id as "customerId", subject_id as "subjectId", source, rule_key as "ruleKey", version as "ruleVersion",
         ${instant('at')} as at, wanted, booked, taken, entries,
         net_cents as "netCents"
       from standings`,
      [ledger, JSON.stringify(flat), cappedKeys, customerIds],
    );
  }
}
