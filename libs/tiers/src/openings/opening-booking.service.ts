import { Inject, Injectable } from '@nestjs/common';
import { dayOf, startOfDay, type Clock, type Day } from '@siyu/kernel';
import { CLOCK, CONFIG, Jobs, type Config } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { EvaluationService } from '../evaluation/evaluation.service';
import { translate, type LadderVersion } from '../ladders/domain/ladder';
import { ValuesService } from '../values/values.service';
import { ValuesStore, type Draft } from '../values/values.store';
import { counting, countedUntil, sets, type OpeningContent } from './domain/openings';
import type { ImportKeyRow } from './openings.entities';
import { CUSTOMERS_PER_JOB, evaluateOpenings } from './openings.jobs';
import { OpeningsStore } from './openings.store';

const ACTOR = 'system';

/** A record that says something new, and what it said before. */
export interface NewWord {
  source: string;
  externalId: string;
  customerId: string;
  content: OpeningContent;
  held: ImportKeyRow | null;
}

/** Books what records of tiers say, in the caller's transaction, whose turn it is. */
@Injectable()
export class OpeningBookingService {
  constructor(
    private readonly store: OpeningsStore,
    private readonly values: ValuesService,
    private readonly valuesStore: ValuesStore,
    private readonly evaluation: EvaluationService,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async book(em: EntityManager, version: LadderVersion, words: readonly NewWord[]): Promise<void> {
    if (words.length === 0) return;
    const now = this.clock.now();
    const today = dayOf(now, this.config.timeZone);
    const customerIds = [...new Set(words.map(({ customerId }) => customerId))].sort();
    const members = await this.store.memberSince(em, customerIds, this.config.timeZone);
    const openings = words.map(({ source, externalId, customerId, content, held }): ImportKeyRow => {
      const validUntil = lastDay(version, content, held, members.get(customerId)!, today);
      const revision = (held?.revision ?? 0) + 1;
      return { source, externalId, customerId, ...content, validUntil, revision, importedAt: held?.importedAt ?? now };
    });
    const before = await this.store.ofCustomers(em, customerIds);
    await this.store.put(em, openings);
    const after = await this.store.ofCustomers(em, customerIds);
    const grown = await this.bookGrowth(em, words, openings, now);
    await this.setTiers(em, version, newlyCounting(version, before, after, today), today);
    // Whose values changed is looked at for that reason.
    await this.lookAt(
      em,
      customerIds.filter((id) => !grown.has(id)),
    );
  }

  /**
   * The opening of the growth value, and what a correction adds to it or takes from it. Both belong to the first import.
   *
   * @returns whose value changed
   */
  private async bookGrowth(
    em: EntityManager,
    words: readonly NewWord[],
    openings: readonly ImportKeyRow[],
    now: Date,
  ): Promise<Set<string>> {
    const drafts = openings.flatMap((opening, index): Draft[] => {
      const { customerId, source, externalId, revision, growth, importedAt } = opening;
      const known = words[index]!.held?.growth ?? 0;
      if (growth === known) return [];
      const isFirst = revision === 1;
      const nothing = { subjectId: null, ruleKey: null, ruleVersion: null, reversesKey: null, breakdown: null };
      return [
        {
          ...nothing,
          customerId,
          entryKey: isFirst
            ? `opening:${source}:${externalId}`
            : `opening-correction:${revision}:${source}:${externalId}`,
          amount: growth - known,
          occurredAt: importedAt.toISOString(),
          source: 'import',
          reason: isFirst ? 'opening' : 'correction',
        },
      ];
    });
    if (drafts.length === 0) return new Set();
    await this.valuesStore.lock(
      em,
      'growth',
      drafts.map(({ customerId }) => customerId),
      now,
    );
    return new Set(await this.values.book(em, 'growth', drafts, ACTOR));
  }

  private async lookAt(em: EntityManager, customerIds: readonly string[]): Promise<void> {
    for (let at = 0; at < customerIds.length; at += CUSTOMERS_PER_JOB)
      await this.jobs.enqueue(em, evaluateOpenings, { customerIds: customerIds.slice(at, at + CUSTOMERS_PER_JOB) });
  }

  private async setTiers(
    em: EntityManager,
    version: LadderVersion,
    openings: ImportKeyRow[],
    today: Day,
  ): Promise<void> {
    const own = await this.store.own(
      em,
      openings.map(({ customerId }) => customerId),
    );
    const standings = openings
      .filter((opening) => sets(version.terms, opening, own.get(opening.customerId) ?? null))
      .map(({ customerId, tierKey, since, validUntil }) => {
        const at = since === today ? this.clock.now() : startOfDay(since, this.config.timeZone);
        // A record that spoke of an earlier version names a tier of its.
        const { key } = version.terms.tiers[translate(version.terms, tierKey)]!;
        return { customerId, tierKey: key, since: at, validUntil, actor: ACTOR };
      });
    await this.evaluation.importStandings(em, standings);
  }
}

/** Told, or counted by the ladder when the record said so first. */
function lastDay(
  { terms }: LadderVersion,
  { tierKey, since, toldUntil }: OpeningContent,
  held: ImportKeyRow | null,
  memberSince: Day,
  today: Day,
): Day | null {
  if (toldUntil !== null) return toldUntil;
  const isAsBefore = held?.tierKey === tierKey && held.since === since && held.toldUntil === null;
  return isAsBefore ? held.validUntil : countedUntil(terms.validity, since, memberSince, today);
}

/** Of each customer the record that counts, where it did not count before or said something else. */
function newlyCounting(
  { terms }: LadderVersion,
  before: readonly ImportKeyRow[],
  after: readonly ImportKeyRow[],
  today: Day,
): ImportKeyRow[] {
  const known = Map.groupBy(before, ({ customerId }) => customerId);
  return [...Map.groupBy(after, ({ customerId }) => customerId)].flatMap(([customerId, openings]) => {
    const counted = counting(terms, known.get(customerId) ?? [], today);
    const counts = counting(terms, openings, today);
    return counts && !(counted && isSameTier(counted, counts)) ? [counts] : [];
  });
}

function isSameTier(one: ImportKeyRow, other: ImportKeyRow): boolean {
  return one.tierKey === other.tierKey && one.since === other.since && one.validUntil === other.validUntil;
}
