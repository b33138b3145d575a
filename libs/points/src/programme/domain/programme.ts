import type { Day } from '@siyu/kernel';

/**
 * When points expire. Expiry falls on the end of a day in the programme's time zone. Example: 12 months after 2026-03-15,
 * at the end of that quarter, is the end of 2027-03-31, the instant at which 2027-04-01 begins.
 */
export type ExpiryRule =
  | { kind: 'never' }
  /** So many days or months after the day of earning, and then to the end of that day, month, quarter or year. */
  | { kind: 'after'; count: number; unit: 'days' | 'months'; endOf: 'day' | 'month' | 'quarter' | 'year' }
  | { kind: 'end-of-next-year' }
  /** So many months after the customer last earned or spent anything. */
  | { kind: 'inactivity'; months: number };

/** What happens when more has to be taken back than there is. */
export type ShortfallPolicy = 'only_pending' | 'within_balance' | 'debt';

/** So many points cost so many cents when they are spent: 100 points for 100 cents are a cent each. */
export interface PointValue {
  points: number;
  cents: number;
  currency: string;
}

/** The rules of the house for points: one version holds at a time. */
export interface Programme {
  version: number;
  /** IANA name; days of the programme begin and end in it. */
  timeZone: string;
  rounding: 'floor' | 'half-up' | 'ceil';
  /** Each rule holds for points earned from its day on; in order of their days, the first from the beginning. */
  expiryRules: { from: Day | null; rule: ExpiryRule }[];
  shortfall: ShortfallPolicy;
  /** Days that points have after they were given back to a lot that is past its expiry. */
  graceDays: number;
  /** An adjustment of more points than this, up or down, waits for a second person. */
  approvalAbove: number;
  /** Awards of orders wait until the order is completed and so many days have passed; null: available at once. */
  pendingDaysAfterCompletion: number | null;
  /** How long a hold lasts that does not say so itself. */
  holdMinutes: number;
  /** Days before expiry at which members are warned. */
  warningDays: number[];
  /** What points are worth, for the books of the house; left out or null: it does not say. */
  pointValue?: PointValue | null;
}

export const DEFAULT_PROGRAMME: Programme = {
  version: 0,
  timeZone: 'Asia/Shanghai',
  rounding: 'floor',
  expiryRules: [{ from: null, rule: { kind: 'end-of-next-year' } }],
  shortfall: 'debt',
  graceDays: 7,
  approvalAbove: 10_000,
  pendingDaysAfterCompletion: null,
  holdMinutes: 30,
  warningDays: [30, 7, 1],
};
