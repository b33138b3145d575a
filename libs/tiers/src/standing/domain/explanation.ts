import { addDays, type Day } from '@siyu/kernel';
import { countingRank } from '../../evaluation/domain/covers';
import { figuresOf } from '../../evaluation/domain/figures';
import { keepingOf, translate, type LadderTerms, type LadderVersion, type Tier } from '../../ladders/domain/ladder';
import { figuresAt, type History } from './contributions';
import { fallRank } from './falls';
import { leavingOf, type LeavingDay } from './leaving';
import { aimAt, undoRiskOf, type Aim, type UndoRisk } from './aims';
import { endOfPeriod } from './leaving-days';

/*
 * Why a customer stands where she stands, and what comes next, in figures that she and whoever serves her can check by hand.
 * The rules are those of decision 12; nothing is decided here.
 *
 * Example: 银卡 since 2026-03-01, valid until 2027-02-28. 300.00 are missing until then to keep it; 金卡 is 3,300.00 away.
 */

/** Where a customer stands, as evaluation left it; none for who never left the lowest tier. */
export interface Standing {
  tierKey: string;
  since: Date;
  ownKey: string;
  validUntil: Day | null;
  inGrace: boolean;
  roseOn: Day | null;
  roseFrom: string | null;
  lock: { tierKey: string; until: Day; mayRise: boolean } | null;
}

/** What keeps the tier that the rules gave her. */
export interface Keeping extends Aim {
  /** The last day on which what she does counts for it: of validity, or of grace. */
  by: Day;
}

/** What happens when nothing keeps the tier. */
export interface Otherwise {
  how: LadderTerms['atEnd'];
  tier: Tier;
  from: Day;
}

export interface Explanation {
  tier: Tier;
  rank: number;
  isTop: boolean;
  since: Date | null;
  validUntil: Day | null;
  graceUntil: Day | null;
  inGrace: boolean;
  /** A tier given by staff, and what lies underneath. */
  lock: { tier: Tier; until: Day; mayRise: boolean; underneath: Tier } | null;
  next: Aim | null;
  above: Aim[];
  keep: Keeping | null;
  ifNot: Otherwise | null;
  leaving: LeavingDay[];
  undo: UndoRisk | null;
}

/** @param today day of the house on which it is told */
export function explain(terms: LadderTerms, standing: Standing | null, history: History, today: Day): Explanation {
  const ownRank = standing ? translate(terms, standing.ownKey) : 0;
  const lock = lockOf(terms, standing, today);
  const rank = standing ? countingRank(terms, standing.ownKey, standing.lock, today) : 0;
  const validUntil = standing?.validUntil ?? null;
  const graceUntil = validUntil !== null && terms.atEnd !== 'keep' ? addDays(validUntil, terms.graceDays) : null;
  const end = ownRank > 0 && graceUntil !== null ? { validUntil: validUntil!, graceUntil } : null;
  const above = terms.tiers.slice(rank + 1).map((tier) => riseTo(tier, terms, history, today));
  return {
    tier: terms.tiers[rank]!,
    rank,
    isTop: rank === terms.tiers.length - 1,
    since: standing?.since ?? null,
    validUntil,
    graceUntil: terms.graceDays > 0 ? graceUntil : null,
    inGrace: standing?.inGrace ?? false,
    lock: lock && {
      tier: terms.tiers[lock.rank]!,
      until: lock.until,
      mayRise: lock.mayRise,
      underneath: terms.tiers[ownRank]!,
    },
    next: above[0] ?? null,
    above,
    keep: end && keepingAt(terms.tiers[ownRank]!, history, end),
    ifNot: end && otherwise(terms, ownRank, history, end),
    leaving: leavingOf(terms, ownRank, history, today),
    undo: standing && undoRiskOf(terms, ownRank, standing, history, today),
  };
}

/** Whether something about where she stands is to be decided before it can be told. */
export function isOverdue(
  member: Pick<Standing, 'validUntil' | 'inGrace'> & { ladderId: string; version: number; lockUntil: Day | null },
  { ladderId, version, terms }: Pick<LadderVersion, 'ladderId' | 'version' | 'terms'>,
  today: Day,
): boolean {
  const { validUntil, lockUntil, inGrace } = member;
  if (member.ladderId !== ladderId || member.version !== version) return true;
  if (lockUntil !== null && lockUntil < today) return true;
  return validUntil !== null && (inGrace ? addDays(validUntil, terms.graceDays) : validUntil) < today;
}

function lockOf(terms: LadderTerms, standing: Standing | null, today: Day) {
  const lock = standing?.lock;
  if (!lock || lock.until < today) return null;
  return { ...lock, rank: translate(terms, lock.tierKey) };
}

/** By the figures that will decide: those of today, or those of the end of the running period as far as they are known. */
function riseTo(tier: Tier, { rises }: LadderTerms, history: History, today: Day): Aim {
  const asOf = rises.at === 'once' ? today : endOfPeriod(rises.period, today);
  const decidedOn = rises.at === 'once' ? null : addDays(asOf, 1);
  return { ...aimAt(tier, tier.enter, history, { asOf, until: asOf }), decidedOn };
}

function keepingAt(tier: Tier, history: History, { validUntil, graceUntil }: End): Keeping {
  const aim = aimAt(tier, keepingOf(tier), history, { asOf: validUntil, until: graceUntil });
  return { ...aim, by: graceUntil };
}

interface End {
  validUntil: Day;
  graceUntil: Day;
}

function otherwise(terms: LadderTerms, ownRank: number, history: History, { validUntil, graceUntil }: End): Otherwise {
  const from = addDays(graceUntil, 1);
  const values = figuresAt(figuresOf(terms), validUntil, graceUntil, history);
  return { how: terms.atEnd, tier: terms.tiers[fallRank(terms, ownRank, values)]!, from };
}
