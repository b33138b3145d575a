import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { affected, CLOCK, CONFIG, Jobs, type Config } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { LadderVersion } from '../ladders/domain/ladder';
import { birthdayKey, giftsOf, type Gift } from './domain/gifts';
import { deliverGifts, sweepGifts } from './gifts.jobs';
import { countedId } from './issue-ids.sql';

/** A customer came up by her figures. */
export interface Rise {
  customerId: string;
  fromRank: number;
  toRank: number;
  /** From when the higher tier counts. */
  at: Date;
}

/** Who has her birthday, and the place of her tier in the ladder. */
export interface Celebrant {
  customerId: string;
  rank: number;
}

const CUSTOMERS_PER_JOB = 500;
/** More customers than this are found by a sweep instead of being named. */
const MOST_NAMED = 2_000;

/**
 * Gives gifts: in the transaction of whoever moved the customers, one statement however many there are. The key of an issue
 * keeps everybody from getting it twice. They are handed over by a job, which comes into being with them.
 */
@Injectable()
export class GiftsStore {
  constructor(
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Entry gifts of the tiers that were reached and, where the version says so, of those that were skipped.
   *
   * @returns how many were issued: none for who had them before
   */
  async issueEntryGifts(
    em: EntityManager,
    { version, rises }: { version: LadderVersion; rises: readonly Rise[] },
  ): Promise<number> {
    const gifts = giftsOf(version.terms, 'entry');
    if (gifts.length === 0 || rises.length === 0) return 0;
    const { skipped, once } = version.terms.gifts;
    const year = once === 'year' ? `|| ':' || to_char(r.at at time zone $9::text, 'YYYY')` : '';
    const reached = skipped
      ? 'g.rank > r.from_rank and g.rank <= r.to_rank'
      : 'g.rank = r.to_rank and r.to_rank > r.from_rank';
    const issued = await this.insert(
      em,
      version,
      gifts,
      // The zone is named even where no key needs it, so that every statement has the same parameters.
      `select r.customer_id, 'entry:' || g.tier_key ${year} as issue_key, g.no
       from unnest($10::uuid[], $11::integer[], $12::integer[], $13::timestamptz[]) as r (customer_id, from_rank, to_rank, at)
       join gifts g on ${reached} and $9::text is not null`,
      [
        this.config.timeZone,
        rises.map(({ customerId }) => customerId),
        rises.map(({ fromRank }) => fromRank),
        rises.map(({ toRank }) => toRank),
        rises.map(({ at }) => at),
      ],
    );
    if (issued > 0)
      await this.deliverSoon(
        em,
        rises.map(({ customerId }) => customerId),
      );
    return issued;
  }

  /** Birthday gifts of a year. @returns how many were issued */
  async issueBirthdayGifts(
    em: EntityManager,
    { version, year, celebrants }: { version: LadderVersion; year: string; celebrants: readonly Celebrant[] },
  ): Promise<number> {
    const gifts = giftsOf(version.terms, 'birthday');
    if (gifts.length === 0 || celebrants.length === 0) return 0;
    const issued = await this.insert(
      em,
      version,
      gifts,
      `select r.customer_id, $9::text as issue_key, g.no
       from unnest($10::uuid[], $11::integer[]) as r (customer_id, rank) join gifts g on g.rank = r.rank`,
      [birthdayKey(year), celebrants.map(({ customerId }) => customerId), celebrants.map(({ rank }) => rank)],
    );
    if (issued > 0)
      await this.deliverSoon(
        em,
        celebrants.map(({ customerId }) => customerId),
      );
    return issued;
  }

  /**
   * @param issues SQL that gives customer_id, issue_key and the `no` of one of the `gifts`; its parameters begin at $9. Only
   *   these narrow rows are sorted, by key, so that statements that meet wait for each other in one direction.
   */
  private insert(
    em: EntityManager,
    { ladderId, version }: LadderVersion,
    gifts: readonly Gift[],
    issues: string,
    params: unknown[],
  ): Promise<number> {
    const now = this.clock.now();
    return affected(
      em,
      `with gifts as (
         select * from unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::jsonb[]) with ordinality
           as g (rank, tier_key, benefit_key, kind, benefit, no)
       )
       insert into tiers_benefit_issues (customer_id, issue_key, benefit_key, tier_key, issue_id, ladder_id, version, kind,
         benefit, status, issued_at)
       select i.customer_id, i.issue_key, g.benefit_key, g.tier_key, ${countedId(now, 'i.counter')}, $6::uuid, $7::integer,
         g.kind, g.benefit, 'issued', $8::timestamptz
       from (
         select due.*, row_number() over (order by due.customer_id, due.issue_key, due.no) as counter from (${issues}) due
       ) i join gifts g on g.no = i.no
       on conflict do nothing`,
      [
        gifts.map(({ rank }) => rank),
        gifts.map(({ tierKey }) => tierKey),
        gifts.map(({ benefit }) => benefit.key),
        gifts.map(({ benefit }) => benefit.kind),
        gifts.map(({ benefit }) => JSON.stringify(benefit)),
        ladderId,
        version,
        now,
        ...params,
      ],
    );
  }

  private async deliverSoon(em: EntityManager, customerIds: readonly string[]): Promise<void> {
    const ids = [...new Set(customerIds)];
    if (ids.length > MOST_NAMED) return this.deliverAll(em);
    for (let at = 0; at < ids.length; at += CUSTOMERS_PER_JOB)
      await this.jobs.enqueue(em, deliverGifts, { customerIds: ids.slice(at, at + CUSTOMERS_PER_JOB) });
  }

  /** Sweeps take their turn: one after the other, and one for all of them. */
  private deliverAll(em: EntityManager): Promise<void> {
    return this.jobs.enqueue(em, sweepGifts, {}, { queue: sweepGifts.name });
  }
}
