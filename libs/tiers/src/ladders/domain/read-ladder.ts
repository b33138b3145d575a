import { isDay, type Day, type FieldFault } from '@siyu/kernel';
import { ladderErrors } from './errors';
import type { Benefit, LadderTerms, Tier, Validity } from './ladder';
import { COLOUR, CURRENCY, LADDER_KEY, LADDER_LIMITS } from './limits';
import { readBenefits } from './read-benefit';
import { readThreshold, unused, wholeFault, type SentThreshold } from './read-threshold';

/*
 * Terms as they come over the wire, where each kind of window, validity and start has its own fields, read into what
 * `ladder.ts` says, in one form: the same terms are always the same object. What a kind has no use for is refused rather than
 * dropped: it would look as if it did something.
 *
 * Example: `validity: { kind: 'calendar-year' }` is read with `more: 0`; with `months: 12` it is refused.
 */
export interface SentTier extends Omit<Tier, 'enter' | 'keep'> {
  enter: SentThreshold | null;
  keep: SentThreshold | null;
}

export interface SentLadder extends Omit<LadderTerms, 'tiers' | 'rises' | 'validity' | 'atStart'> {
  tiers: SentTier[];
  rises: { at: LadderTerms['rises']['at']; period?: 'month' | 'quarter' | 'year' };
  validity: { kind: Validity['kind']; months?: number; more?: number };
  atStart: { kind: LadderTerms['atStart']['kind']; grandfatherUntil?: Day | null };
}

/** Where terms stand in every request and answer; pointers begin with it. */
export const TERMS_POINTER = '/terms';

/** @throws DomainError `tiers.ladder-invalid` (invalid) with every fault */
export function readLadder(sent: SentLadder): LadderTerms {
  const { terms, faults } = tryLadder(sent);
  if (faults.length > 0) throw ladderErrors.invalid(faults);
  return terms;
}

/** Like {@link readLadder}, with the faults as data; terms mean something only where there is no fault. */
export function tryLadder(sent: SentLadder): { terms: LadderTerms; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const at = (path: string) => `${TERMS_POINTER}/${path}`;
  const { currency, atEnd, graceDays, refunds, gifts } = sent;
  const terms: LadderTerms = {
    tiers: sent.tiers.map((tier, rank) => readTier(tier, rank, at(`tiers/${rank}`), faults)),
    currency,
    rises: readRises(sent.rises, at('rises'), faults),
    validity: readValidity(sent.validity, at('validity'), faults),
    atEnd,
    graceDays,
    warningDays: readWarnings(sent.warningDays, at('warningDays'), faults),
    refunds,
    gifts: { skipped: gifts.skipped, once: gifts.once, placement: gifts.placement },
    atStart: readStart(sent.atStart, at('atStart'), faults),
  };
  const { length } = terms.tiers;
  if (length < 1) faults.push({ pointer: at('tiers'), message: 'must have at least 1 entry' });
  if (length > LADDER_LIMITS.tiers)
    faults.push({ pointer: at('tiers'), message: `must have at most ${LADDER_LIMITS.tiers} entries` });
  if (!CURRENCY.test(currency)) faults.push({ pointer: at('currency'), message: 'must be three letters, like CNY' });
  faults.push(...wholeFault(graceDays, 0, LADDER_LIMITS.graceDays, at('graceDays')), ...keyFaults(terms.tiers));
  return { terms, faults };
}

function readTier(sent: SentTier, rank: number, pointer: string, faults: FieldFault[]): Tier {
  const { key, name, icon, colour, enter, keep } = sent;
  if (!LADDER_KEY.test(key))
    faults.push({
      pointer: `${pointer}/key`,
      message: 'must begin with a letter and have small letters, digits and -',
    });
  if (name.trim() === '') faults.push({ pointer: `${pointer}/name`, message: 'must not be empty' });
  if (!LADDER_KEY.test(icon)) faults.push({ pointer: `${pointer}/icon`, message: 'must be the name of an icon' });
  if (!COLOUR.test(colour.toLowerCase()))
    faults.push({ pointer: `${pointer}/colour`, message: 'must be a colour, like #a0b1c2' });
  if (rank === 0 && enter) faults.push({ pointer: `${pointer}/enter`, message: 'must be null for the lowest tier' });
  if (rank === 0 && keep) faults.push({ pointer: `${pointer}/keep`, message: 'must be null for the lowest tier' });
  if (rank > 0 && !enter)
    faults.push({ pointer: `${pointer}/enter`, message: 'must be given for every tier but the lowest' });
  return {
    key,
    name: name.trim(),
    icon,
    colour: colour.toLowerCase(),
    enter: enter && readThreshold(enter, `${pointer}/enter`, faults),
    keep: keep && readThreshold(keep, `${pointer}/keep`, faults),
    benefits: readBenefits(sent.benefits as Benefit[], `${pointer}/benefits`, faults),
    replaces: [...new Set(sent.replaces)].sort(),
  };
}

/** A key names one tier: its own, or the one that takes its members. */
function keyFaults(tiers: readonly Tier[]): FieldFault[] {
  const taken = new Set<string>();
  const faults: FieldFault[] = [];
  const claim = (key: string, pointer: string, message: string) => {
    if (taken.has(key)) faults.push({ pointer, message });
    taken.add(key);
  };
  const pointer = (rank: number) => `${TERMS_POINTER}/tiers/${rank}`;
  tiers.forEach(({ key }, rank) => claim(key, `${pointer(rank)}/key`, 'must be the key of one tier only'));
  tiers.forEach(({ replaces }, rank) => {
    if (!replaces.every((key) => LADDER_KEY.test(key)))
      faults.push({ pointer: `${pointer(rank)}/replaces`, message: 'must be keys of earlier tiers' });
    for (const key of replaces)
      claim(key, `${pointer(rank)}/replaces`, `names ${key}, which is a tier of this ladder or replaced twice`);
  });
  return faults;
}

function readRises({ at, period }: SentLadder['rises'], pointer: string, faults: FieldFault[]): LadderTerms['rises'] {
  if (at === 'once') {
    faults.push(...unused({ period }, [], at, pointer));
    return { at };
  }
  if (!period) faults.push({ pointer: `${pointer}/period`, message: 'must be month, quarter or year' });
  return { at, period: period ?? 'month' };
}

function readValidity(sent: SentLadder['validity'], pointer: string, faults: FieldFault[]): Validity {
  const { kind, ...rest } = sent;
  const own = { unlimited: [], months: ['months'], 'calendar-year': ['more'], 'membership-year': ['more'] }[kind];
  faults.push(...unused(rest, own, kind, pointer));
  if (kind === 'unlimited') return { kind };
  if (kind === 'months') {
    const { months = 0 } = rest;
    faults.push(...wholeFault(months, 1, LADDER_LIMITS.validityMonths, `${pointer}/months`));
    return { kind, months };
  }
  const { more = 0 } = rest;
  faults.push(...wholeFault(more, 0, LADDER_LIMITS.yearsMore, `${pointer}/more`));
  return { kind, more };
}

function readWarnings(days: readonly number[], pointer: string, faults: FieldFault[]): number[] {
  if (days.length > LADDER_LIMITS.warnings)
    faults.push({ pointer, message: `must have at most ${LADDER_LIMITS.warnings} entries` });
  faults.push(...days.flatMap((each, index) => wholeFault(each, 1, LADDER_LIMITS.warningDays, `${pointer}/${index}`)));
  return [...new Set(days)].sort((a, b) => b - a);
}

function readStart(sent: SentLadder['atStart'], pointer: string, faults: FieldFault[]): LadderTerms['atStart'] {
  const { kind, grandfatherUntil = null } = sent;
  if (kind === 'keep') {
    if (grandfatherUntil !== null)
      faults.push({ pointer: `${pointer}/grandfatherUntil`, message: 'is not a field of keep' });
    return { kind };
  }
  if (grandfatherUntil !== null && !isDay(grandfatherUntil))
    faults.push({ pointer: `${pointer}/grandfatherUntil`, message: 'must be a day, like 2026-11-22' });
  return { kind, grandfatherUntil };
}
