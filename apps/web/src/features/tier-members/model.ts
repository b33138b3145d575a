import type { components } from '@siyu/api-client';

type Schemas = components['schemas'];
export type CustomerTier = Schemas['CustomerTier'];
export type ShownTier = Schemas['ShownTier'];
export type TierAim = Schemas['TierAim'];
export type TierCriterion = Schemas['TierCriterion'];
export type Measure = TierCriterion['measure'];
export type FigureWindow = Schemas['FigureWindow'];
export type TierMove = Schemas['CustomerTierMove'];
export type MoveKind = TierMove['kind'];
export type LeavingDay = Schemas['TierLeavingDay'];

export const tiersPermissions = {
  read: 'tiers.read',
  manage: 'tiers.manage',
  write: 'tiers.write',
  lock: 'tiers.lock',
  approve: 'tiers.approve',
  readCustomers: 'customers.read',
} as const;

/** A measure over a window, in the key of its words: spend over 12 rolling months is 'rolling', with 12. */
export interface FigureWords {
  measure: Measure;
  window: FigureWindow['kind'];
  months: number;
}

export function figureWords({ measure, window }: { measure: Measure; window: FigureWindow }): FigureWords {
  return { measure, window: window.kind, months: window.months ?? 0 };
}

/** What is missing to a tier, criterion by criterion. */
export type Gap = Pick<TierCriterion, 'measure' | 'missing'>;

/**
 * What is still to be done for a tier; nothing when it is met. Of two criteria of one measure the larger gap says it when all
 * are wanted, the smaller one when any is enough.
 *
 * Example: 1,280.00 of spend and 2 orders missing, any of them: [spend 128000, orders 2].
 */
export function gapsOf({ met, match, criteria }: Pick<TierAim, 'met' | 'match' | 'criteria'>): Gap[] {
  if (met) return [];
  const gaps = new Map<Measure, number>();
  for (const { measure, missing, met: isDone } of criteria) {
    if (isDone) continue;
    const known = gaps.get(measure);
    const pick = match === 'all' ? Math.max : Math.min;
    gaps.set(measure, known === undefined ? missing : pick(known, missing));
  }
  return [...gaps].map(([measure, missing]) => ({ measure, missing }));
}

/** How the card tells what keeps the tier. */
export type KeepState = 'none' | 'endless' | 'renewed' | 'kept' | 'open' | 'grace';

/**
 * `none`: nothing to keep, she stands in the lowest tier; `endless`: it has no last day; `renewed`: it goes on without being
 * asked; `kept`: what keeps it is reached already; `grace`: its last day has passed.
 */
export function keepStateOf(
  explained: Pick<CustomerTier, 'tier' | 'lock' | 'validUntil' | 'keep' | 'inGrace'>,
): KeepState {
  const own = explained.lock?.underneath ?? explained.tier;
  if (!own || own.rank === 0) return 'none';
  if (explained.validUntil === null) return 'endless';
  if (!explained.keep) return 'renewed';
  if (explained.inGrace) return 'grace';
  return explained.keep.met ? 'kept' : 'open';
}

/** What stops counting on a day. */
export interface LeavingOn {
  day: string;
  leaving: LeavingDay['leaving'];
  /** Names of tiers whose threshold is not met any more from then on. */
  lost: string[];
}

/**
 * What stops counting when, the soonest first; days on which sums cancel out say nothing.
 *
 * Example: an order of 300.00 leaves the last 12 months on 2027-03-15: 700.00 are left from then on, too little for 银卡.
 */
export function leavingOn(days: readonly LeavingDay[], known: readonly ShownTier[]): LeavingOn[] {
  const names = new Map(known.map(({ key, name }) => [key, name]));
  return days
    .map(({ day, leaving, noLongerMet }) => ({
      day,
      leaving: leaving.filter(({ amount }) => amount !== 0),
      lost: noLongerMet.flatMap((key) => names.get(key) ?? []),
    }))
    .filter(({ leaving }) => leaving.length > 0);
}

/** Every tier that the explanation names, once. */
export function tiersIn({ tier, lock, above, ifNot, keep, undo }: CustomerTier): ShownTier[] {
  const all = [tier, lock?.tier, lock?.underneath, ...above.map((aim) => aim.tier), ifNot?.tier, keep?.tier, undo?.to];
  return [...new Map(all.flatMap((each) => (each ? [[each.key, each] as const] : []))).values()];
}
