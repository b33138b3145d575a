import { addDays, type Day } from '@siyu/kernel';
import { validUntil } from '../../evaluation/domain/periods';
import { rankOf, translate, type LadderTerms, type Tier, type Validity } from '../../ladders/domain/ladder';
import { openingErrors } from './errors';

/*
 * Tiers that customers had elsewhere. Every record of an old system has a number, and what it says is remembered, so that
 * it can be sent again: with the same content nothing happens, with another one the record is corrected.
 *
 * Of several records of one customer the highest tier counts, among equal ones the one that ends last. An imported tier only
 * ever lifts: where the rules decided on something as high, it is remembered and does not count. What an import set itself it
 * may correct, downwards too, until the rules have decided on it.
 *
 * Example: record 7 says 金卡 until 2026-12-31, record 8 says 银卡 of the same customer: 金卡. Record 7 is corrected to 普通: 银卡.
 */

/** What a record says. */
export interface ToldOpening {
  /** Key or name of a tier. */
  tier: string;
  since?: Day;
  /** The last day. */
  validUntil?: Day;
  growth?: number;
}

/** What is known of a record. */
export interface OpeningContent {
  tierKey: string;
  since: Day;
  /** The last day as the record has it. */
  toldUntil: Day | null;
  growth: number;
}

/** A record with the last day of its tier. */
export interface HeldOpening extends OpeningContent {
  validUntil: Day | null;
}

export const MOST_GROWTH = 1_000_000_000;

/** The tier of that key, else of that name; case does not matter. */
export function tierCalled({ tiers }: Pick<LadderTerms, 'tiers'>, text: string): Tier | null {
  const plain = (word: string) => word.trim().toLowerCase();
  const asked = plain(text);
  return tiers.find(({ key }) => plain(key) === asked) ?? tiers.find(({ name }) => plain(name) === asked) ?? null;
}

/** What is known of a record once it says this. Days and growth that it leaves open stay as they were. */
export function contentOf(tier: Tier, told: ToldOpening, held: OpeningContent | null, today: Day): OpeningContent {
  return {
    tierKey: tier.key,
    since: told.since ?? held?.since ?? today,
    toldUntil: told.validUntil ?? null,
    growth: told.growth ?? held?.growth ?? 0,
  };
}

export function isSameContent(terms: LadderTerms, held: OpeningContent, content: OpeningContent): boolean {
  return (
    translate(terms, held.tierKey) === rankOf(terms, content.tierKey) &&
    held.since === content.since &&
    held.toldUntil === content.toldUntil &&
    held.growth === content.growth
  );
}

/** @throws DomainError `tiers.opening-since-future`, `tiers.opening-over`, `tiers.opening-growth-out` (all invalid) */
export function checkContent({ since, toldUntil, growth }: OpeningContent, today: Day): void {
  if (since > today) throw openingErrors.sinceFuture(since);
  if (toldUntil !== null && toldUntil < today) throw openingErrors.over(toldUntil);
  if (growth < 0 || growth > MOST_GROWTH) throw openingErrors.growthOut(MOST_GROWTH);
}

/**
 * The last day of a tier whose record names none: that of the period of validity that runs today, counted on from the day of
 * the record. Null: without end.
 *
 * Example: since 2024-05-01, 12 months each, looked at on 2026-11-22: 2027-04-30.
 */
export function countedUntil(validity: Validity, since: Day, memberSince: Day, today: Day): Day | null {
  // Nobody is a member after she has a tier; a record may still say so.
  const member = memberSince < since ? memberSince : since;
  let end = validUntil(validity, since, member);
  while (end !== null && end < today) end = validUntil(validity, addDays(end, 1), member);
  return end;
}

/** The record that counts among those of one customer; null when all are over. */
export function counting<Opening extends HeldOpening>(
  terms: LadderTerms,
  openings: readonly Opening[],
  today: Day,
): Opening | null {
  const running = openings.filter((opening) => opening.validUntil === null || opening.validUntil >= today);
  const height = ({ tierKey }: Opening) => translate(terms, tierKey);
  return running.reduce<Opening | null>((best, each) => {
    if (best === null) return each;
    const higher = height(each) - height(best);
    return higher > 0 || (higher === 0 && endsLater(each.validUntil, best.validUntil)) ? each : best;
  }, null);
}

/** Where a customer stands by the rules. */
export interface OwnStanding {
  ownKey: string;
  validUntil: Day | null;
  /** Whether an import was the last to decide. */
  isImported: boolean;
}

/** Whether a record that counts changes where a customer stands. */
export function sets(terms: LadderTerms, opening: HeldOpening, own: OwnStanding | null): boolean {
  const rank = translate(terms, opening.tierKey);
  if (!own) return rank > 0;
  if (own.isImported) return true;
  const higher = rank - translate(terms, own.ownKey);
  return higher > 0 || (higher === 0 && rank > 0 && endsLater(opening.validUntil, own.validUntil));
}

function endsLater(end: Day | null, other: Day | null): boolean {
  return other !== null && (end === null || end > other);
}
