import { defineEvent, defineJob } from '@siyu/platform';
import type { ValueLedger } from './domain/rules';

/** Entries of these customers were booked. */
export interface ValuesChanged {
  ledger: ValueLedger;
  customerIds: string[];
}

export const valuesChanged = defineEvent<ValuesChanged>('tiers.values-changed');

/** How many customers one event names at most. */
export const CUSTOMERS_PER_EVENT = 500;

/** A ledger was settled for everybody; who changed is not named. */
export interface ValuesSettled {
  ledger: ValueLedger;
  /** How many entries that took. */
  entries: number;
}

export const valuesSettled = defineEvent<ValuesSettled>('tiers.values-settled');

/** Brings a whole ledger to what orders and events ask for. */
export const settleValues = defineJob<{ settlementId: string }>('tiers.settle-values');

export const settlementJobKey = (settlementId: string) => `tiers.settle-values:${settlementId}`;
