import type { components } from '@siyu/api-client';
import { choiceParam, flagParam, textParam } from '../../shared/query/params';

type Schemas = components['schemas'];
export type Simulation = Schemas['TierSimulation'];
export type SimulationResult = Schemas['TierSimulationResult'];
export type SimulatedCustomer = Schemas['SimulatedCustomer'];
export type Ladder = Schemas['LadderView'];
export type Terms = Schemas['LadderTermsBody'];
type Measure = Schemas['LadderCriterion']['measure'];
type Window = Schemas['LadderWindow'];

export const simulationsPermissions = {
  read: 'tiers.read',
  manage: 'tiers.manage',
  readCustomers: 'customers.read',
  readPoints: 'points.read',
} as const;

/** A tier as it is drawn. */
export interface DrawnTier {
  key: string;
  name: string;
  icon: string;
  colour: string;
}

export type Way = 'up' | 'down' | 'same';

/** Which of the customers who would stand elsewhere; nothing said: all of them. */
export interface Selection {
  from?: string;
  to?: string;
  direction?: 'up' | 'down';
}

/** What the page of a simulation keeps in its address: the customers that are open, and how the flow is drawn. */
export const simulationFilters = {
  list: flagParam(),
  from: { ...textParam(), debounced: false },
  to: { ...textParam(), debounced: false },
  direction: choiceParam(['up', 'down']),
  flow: choiceParam(['moves', 'all']),
};

export function isUnderWay({ status }: Pick<Simulation, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** How far it is, 0 to 1; null while nobody knows how much there is to do. */
export function progressOf({ doneCustomers, totalCustomers }: Pick<Simulation, 'doneCustomers' | 'totalCustomers'>) {
  return totalCustomers ? Math.min(1, doneCustomers / totalCustomers) : null;
}

/** A share of a whole; of nothing it is nothing. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Where no ladder is in force, customers stand in no tier. */
export const NO_TIER = '';

/**
 * Which way customers go, in ranks of the draft. A tier that the draft no longer has counts as the one that takes its members,
 * else as the lowest; so does standing in none.
 */
export function wayOf({ tiers }: Pick<Terms, 'tiers'>, from: string, to: string): Way {
  const rankOf = (key: string) => tiers.findIndex((tier) => tier.key === key);
  const before = rankOf(from) >= 0 ? rankOf(from) : tiers.findIndex(({ replaces }) => replaces.includes(from));
  const steps = rankOf(to) - Math.max(0, before);
  if (steps === 0) return 'same';
  return steps > 0 ? 'up' : 'down';
}

/** Tiers on both sides of a simulation, the highest first as on a ladder. */
export interface Sides {
  before: DrawnTier[];
  after: DrawnTier[];
}

/**
 * `base` are the terms in force; as long as they are not known, tiers are drawn by what the simulation itself tells.
 * Without a ladder in force everybody stands in one place, {@link NO_TIER}.
 */
export function sidesOf(
  { terms, result, baseVersion }: Pick<Simulation, 'terms' | 'result' | 'baseVersion'>,
  base: Pick<Terms, 'tiers'> | null | undefined,
): Sides {
  const after = terms.tiers.map(drawn).reverse();
  if (baseVersion === null) return { before: [{ key: NO_TIER, name: '', icon: 'user', colour: GONE_COLOUR }], after };
  if (base) return { before: base.tiers.map(drawn).reverse(), after };
  const stays = after.filter(({ key }) => result?.tiers.some((tier) => tier.key === key && tier.before > 0));
  const gone = (result?.gone ?? []).map(({ key, name }) => ({ key, name, icon: 'user', colour: GONE_COLOUR }));
  return { before: [...stays, ...gone], after };
}

/** Of a tier whose colour is no longer known. */
export const GONE_COLOUR = '#8a8f8c';

function drawn({ key, name, icon, colour }: DrawnTier): DrawnTier {
  return { key, name, icon, colour };
}

export interface Shift {
  tier: DrawnTier;
  before: number;
  after: number;
}

/** How many stand in each tier before and after, the highest first; tiers that go come last. */
export function shiftsOf(result: SimulationResult, { before, after }: Sides): Shift[] {
  const drawnBy = (key: string, name: string) =>
    [...after, ...before].find((tier) => tier.key === key) ?? { key, name, icon: 'user', colour: GONE_COLOUR };
  const staying = result.tiers.map((tier) => ({ tier: drawnBy(tier.key, tier.name), ...countsOf(tier) })).reverse();
  const gone = result.gone.map((tier) => ({ tier: drawnBy(tier.key, tier.name), ...countsOf({ ...tier, after: 0 }) }));
  return [...staying, ...gone];
}

const countsOf = ({ before, after }: { before: number; after: number }) => ({ before, after });

/** Whether two values of JSON say the same, whatever the order of their names. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const names = (value: object) => Object.keys(value).filter((name) => value[name as never] !== undefined);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names(one).length === names(other).length &&
    names(one).every((name) => saysTheSame(one[name as never], other[name as never]))
  );
}

/** A measure over a window, by the name that the figures of a customer have. */
export interface Figure {
  name: string;
  measure: Measure;
  window: Window;
}

/** Every figure that decides, once: `spend` over 12 rolling months is `spend_rolling_12`. */
export function figuresOf({ tiers }: Pick<Terms, 'tiers'>): Figure[] {
  const criteria = tiers.flatMap(({ enter, keep }) => [...(enter?.criteria ?? []), ...(keep?.criteria ?? [])]);
  const figures = criteria.map(({ measure, window }) => {
    const span = window.kind === 'rolling' ? `rolling_${window.months}` : window.kind.replace('-', '_');
    return { name: `${measure}_${span}`, measure, window };
  });
  return [...new Map(figures.map((figure) => [figure.name, figure])).values()];
}
