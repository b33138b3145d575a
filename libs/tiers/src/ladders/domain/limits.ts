/** What ladders may say at most. */
export const LADDER_LIMITS = {
  tiers: 30,
  criteria: 10,
  benefits: 30,
  replaces: 30,
  /** Of a criterion: as many cents as a house may ever count. */
  atLeast: 1e15,
  windowMonths: 120,
  validityMonths: 120,
  yearsMore: 20,
  graceDays: 366,
  warnings: 10,
  warningDays: 365,
  points: 1e9,
  factor: 100,
  quotaTimes: 100_000,
  costCents: 1e12,
} as const;

/** Of a tier, of a benefit. */
export const LADDER_KEY = /^[a-z][a-z0-9-]{0,39}$/;
export const COLOUR = /^#[0-9a-f]{6}$/;
export const CURRENCY = /^[A-Z]{3}$/;
