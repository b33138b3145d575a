import { Inject, Injectable } from '@nestjs/common';
import { CustomersQueries } from '@siyu/customers';
import type { Clock } from '@siyu/kernel';
import { CLOCK, Database, Events } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { valueErrors } from './domain/errors';
import { leftToReverse } from './domain/reversals';
import type { ValueLedger } from './domain/rules';
import type { ValueEntryRow } from './values.entities';
import { CUSTOMERS_PER_EVENT, valuesChanged } from './values.events';
import { ValuesStore, type Draft } from './values.store';

/** An entry that staff makes. */
export interface HandEntry {
  customerId: string;
  ledger: ValueLedger;
  /** The act's natural key. */
  key: string;
  amount: number;
  reason: string;
  /** When it belongs to; now by default. */
  occurredAt?: Date;
  actor: string;
}

export interface Reversal {
  customerId: string;
  ledger: ValueLedger;
  /** The act's natural key. */
  key: string;
  /** The entry that is reversed. */
  entryKey: string;
  /** How much of it, above 0; all that is left by default. */
  amount?: number;
  reason: string;
  actor: string;
}

/** An entry, and whether it was booked by an earlier request with the same key. */
export interface ByHand {
  entry: ValueEntryRow;
  replayed: boolean;
}

/** The acts on value ledgers. Nothing here ever touches points. */
@Injectable()
export class ValuesService {
  constructor(
    private readonly database: Database,
    private readonly store: ValuesStore,
    private readonly customers: CustomersQueries,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Books entries in the caller's transaction, which holds the accounts of the customers. What is booked already is skipped.
   *
   * @returns whose accounts changed
   */
  async book(em: EntityManager, ledger: ValueLedger, drafts: readonly Draft[], actor = 'system'): Promise<string[]> {
    const booked = await this.store.book(em, ledger, drafts, { at: this.clock.now(), actor });
    const customerIds = booked.map(({ customerId }) => customerId);
    await this.tell(em, ledger, customerIds);
    return customerIds;
  }

  /** Says who changed, to all who go by it. */
  async tell(em: EntityManager, ledger: ValueLedger, customerIds: readonly string[]): Promise<void> {
    for (let at = 0; at < customerIds.length; at += CUSTOMERS_PER_EVENT)
      await this.events.publish(em, valuesChanged, {
        ledger,
        customerIds: customerIds.slice(at, at + CUSTOMERS_PER_EVENT),
      });
  }

  /**
   * A correction by staff.
   *
   * @throws DomainError `customers.not-found`, `tiers.value-amount-zero` (invalid), `tiers.value-key-reused` (conflict)
   */
  async bookByHand({ customerId, ledger, key, amount, reason, occurredAt, actor }: HandEntry): Promise<ByHand> {
    if (amount === 0) throw valueErrors.amountZero();
    await this.customers.mustExist(customerId);
    const entryKey = `hand:${key}`;
    return this.once(customerId, ledger, entryKey, { amount, reason, reversesKey: null }, actor, () =>
      Promise.resolve({
        ...draft(customerId, entryKey, amount, reason),
        occurredAt: (occurredAt ?? this.clock.now()).toISOString(),
      }),
    );
  }

  /**
   * Takes an entry back, or part of it. The reversal stands at the time of what it reverses.
   *
   * @throws DomainError `tiers.value-entry-unknown` (not-found), `tiers.value-not-reversible` (refused),
   *   `tiers.value-key-reused` (conflict)
   */
  async reverse({ customerId, ledger, key, entryKey: reversesKey, amount, reason, actor }: Reversal): Promise<ByHand> {
    const entryKey = `reversal:${key}`;
    return this.once(customerId, ledger, entryKey, { amount, reason, reversesKey }, actor, async (em) => {
      const [entry] = await this.store.ofKeys(em, ledger, [{ customerId, entryKey: reversesKey }]);
      if (!entry) throw valueErrors.entryUnknown();
      const around = await this.store.around(em, entry);
      const left = leftToReverse({ amount: entry.amount, ...around, isReversal: entry.reversesKey !== null });
      const part = amount ?? left;
      if (part < 1 || part > left) throw valueErrors.notReversible(left);
      const { subjectId, ruleKey, ruleVersion } = entry;
      return {
        ...draft(customerId, entryKey, -Math.sign(entry.amount) * part, reason),
        ...{ subjectId, ruleKey, ruleVersion, reversesKey },
        occurredAt: await this.store.momentOf(em, entry),
      };
    });
  }

  /** Under the account's lock: the entry that the key names, or else the one that `make` says. */
  private async once(
    customerId: string,
    ledger: ValueLedger,
    entryKey: string,
    asked: { amount?: number; reason: string; reversesKey: string | null },
    actor: string,
    make: (em: EntityManager) => Promise<Draft>,
  ): Promise<ByHand> {
    return this.database.transaction(async (em) => {
      await this.store.lock(em, ledger, [customerId], this.clock.now());
      const key = [{ customerId, entryKey }];
      const [known] = await this.store.ofKeys(em, ledger, key);
      if (known) {
        if (!isSame(known, asked)) throw valueErrors.keyReused();
        return { entry: known, replayed: true };
      }
      await this.book(em, ledger, [await make(em)], actor);
      const [entry] = await this.store.ofKeys(em, ledger, key);
      return { entry: entry!, replayed: false };
    });
  }
}

function draft(customerId: string, entryKey: string, amount: number, reason: string): Omit<Draft, 'occurredAt'> {
  const nothing = { subjectId: null, ruleKey: null, ruleVersion: null, reversesKey: null, breakdown: null };
  return { customerId, entryKey, amount, source: 'staff', reason, ...nothing };
}

/** Whether a repeated key asks for what it asked for before. */
function isSame(
  known: ValueEntryRow,
  { amount, reason, reversesKey }: { amount?: number; reason: string; reversesKey: string | null },
): boolean {
  const isSameAmount =
    amount === undefined || amount === (reversesKey === null ? known.amount : Math.abs(known.amount));
  return isSameAmount && known.reason === reason && known.reversesKey === reversesKey;
}
