/**
 * What can be done to the points of one customer. An act is asked for under a key; the ledger answers it with the entry it
 * wrote, or refuses it and writes nothing. Asked again under the same key, it gives the first answer again.
 *
 * Example: `{ kind: 'spend', customerId, key: 'key:till-7-0042', points: 300, reason: 'Mug', … }` draws 300 points from the
 * lots that expire soonest.
 */

/** What every act carries. Points are whole numbers, greater than zero unless an act says otherwise. */
export interface ActBasis {
  customerId: string;
  /**
   * Unique per customer for as long as the ledger lives. `key:…` for an `Idempotency-Key` of a caller, else the natural key
   * of what caused the act (`order:<source>:<externalId>:award`, `birthday:2026`).
   */
  key: string;
  /** Why, in words that a member may read. */
  reason: string;
  /** What it belongs to outside of the ledger: an order number, a till receipt. */
  reference?: string | null;
  /** Which part of the system asks: `api`, `orders`, `rewards`, `sign-in`, `system`. */
  source: string;
  /** Who asks: `staff:<id>`, `api-key:<id>`, `member:<id>` or `system`. */
  actor: string;
  /** When it happened, if that was before it is booked. */
  occurredAt?: Date | null;
  /**
   * For acts whose content is computed (an award by rules): whatever was booked under the key is the answer, also if the
   * computation would give something else by now. Otherwise another content under the same key is refused.
   */
  anyContent?: boolean;
}

/** Which earning rule gave how much, and how it came to it. */
export interface AwardPart {
  ruleId: string;
  ruleVersion: number;
  name: string;
  points: number;
  /** Steps in the words of the rule: base, multipliers, caps. */
  steps: { what: string; points: number; detail?: Record<string, unknown> }[];
}

export type Act = ActBasis &
  (
    | {
        kind: 'earn';
        points: number;
        /** null: pending until {@link Act} `mature`; a time to come: pending until then; left out: available at once. */
        availableAt?: Date | null;
        /** Left out: as the programme's expiry rule has it; null: never. */
        expiresAt?: Date | null;
        breakdown?: AwardPart[];
      }
    | { kind: 'spend'; points: number }
    /** Correction by staff; `points` may be below zero, never zero. */
    | { kind: 'adjust'; points: number }
    /** Reserves points for something being paid. `expiresAt` left out: as the programme has it. */
    | { kind: 'hold'; points: number; holdId: string; expiresAt?: Date }
    /** Takes reserved points for good; `points` left out: all that is still held. The rest stays held. */
    | { kind: 'capture'; holdId: string; points?: number }
    /** Gives reserved points back to their own lots; `points` left out: all that is still held. */
    | { kind: 'release'; holdId: string; points?: number }
    /** Takes an entry back, whole (what is left of it) or in part. */
    | {
        kind: 'reverse';
        seq: number;
        points?: number;
        /** For refunds: never more than what is left, instead of a refusal. */
        atMost?: boolean;
      }
    /** The award of entry `seq` becomes available at a time: at once, unless `at` lies ahead. */
    | { kind: 'mature'; seq: number; at?: Date }
    /** Books whatever is due: expired lots, matured awards, holds past their time. Refused by nobody. */
    | { kind: 'settle' }
  );

export type ActKind = Act['kind'];

/**
 * Kinds of entries. Each kind counts in one lifetime total: earn, mature -> earned; spend, capture, give-back -> spent;
 * take-back -> taken back; expire -> expired; adjust -> adjusted; transfer -> transferred; hold, release -> none.
 */
export const ENTRY_KINDS = [
  'earn',
  'mature',
  'spend',
  'hold',
  'capture',
  'release',
  'take-back',
  'give-back',
  'adjust',
  'expire',
  'transfer',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One line of the ledger, as it was booked. Changes are signed; `balanceAfter` may be below zero while there is debt. */
export interface Entry {
  customerId: string;
  seq: number;
  kind: EntryKind;
  /** Change of the balance. */
  points: number;
  pendingPoints: number;
  heldPoints: number;
  debtPoints: number;
  balanceAfter: number;
  key: string;
  reason: string;
  reference: string | null;
  source: string;
  actor: string;
  /** The entry that this one takes back, and how much of it, whether or not all could be taken. */
  reversesSeq: number | null;
  reversedPoints: number | null;
  holdId: string | null;
  /** Of the lot that the entry granted. */
  availableAt: Date | null;
  expiresAt: Date | null;
  breakdown: AwardPart[] | null;
  occurredAt: Date;
  recordedAt: Date;
}

/** The answer to one act. `entry` is null where nothing had to be written (`settle` with nothing due, `mature` ahead). */
export interface Posted {
  entry: Entry | null;
  /** Under this key the act was booked before; `entry` is that first one. */
  replayed: boolean;
}
