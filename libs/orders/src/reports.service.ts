import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CustomerResolver, type Identity } from '@siyu/customers';
import { DomainError, newId, type FieldFault } from '@siyu/kernel';
import { judge, keyOf, type Held, type Outcome } from './domain/reports';
import { contentHash, KeysStore, type KeyTable, type PointedKey, type SourceKey, type StoredKey } from './keys.store';

/** What became of one report of a batch. */
export type Recorded =
  { outcome: Outcome } | { outcome: 'failed'; code: string; detail: string; errors?: FieldFault[] };

/** A checked report about an order or an event, and how it is compared with what is stored. */
export interface Reported extends SourceKey {
  identities: Identity[];
  content: string;
}

/** A report that must be written, under a key that this transaction holds. */
export interface Write {
  /** Its place in the batch. */
  position: number;
  /** Where it goes from now on. */
  key: PointedKey;
  /** Where its predecessor is; null when there is none. */
  held: PointedKey | null;
  /** Whether the key itself is new, so that nothing can hang on it yet. */
  isNew: boolean;
}

/** What the batches of orders and of events have in common: who a report is about, and what there is to write. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly resolver: CustomerResolver,
    private readonly keys: KeysStore,
  ) {}

  /** The customers that the reports lead to, one per report; makes those who are missing. In a transaction of its own. */
  async identify(reports: (Reported & { displayName?: string; at: Date })[]): Promise<string[]> {
    const resolved = await this.resolver.resolve(
      reports.map(({ identities, source, displayName, at }) => ({ identities, source, displayName, at })),
    );
    return resolved.map(({ customerId }) => customerId);
  }

  /** What a batch would do, judged by contents alone: who the customers would be is not looked up. */
  async foresee(em: EntityManager, table: KeyTable, reports: Reported[]): Promise<Outcome[]> {
    const held = heldIn(await this.keys.find(em, table, reports));
    const judged = reports.map((report) => {
      const key = keyOf(report);
      return { key, customerId: held.get(key)?.customerId ?? '', hash: contentHash(report.content) };
    });
    return judge(judged, held).outcomes;
  }

  /**
   * Judges a batch and locks the keys of what must be written. Unchanged reports, the bulk of a file that is sent again, are
   * told apart before anything is locked; what is to be written is judged once more under the lock.
   *
   * @param customerIds one per report
   */
  async take(
    em: EntityManager,
    table: KeyTable,
    reports: Reported[],
    customerIds: string[],
  ): Promise<{ outcomes: Outcome[]; writes: Write[] }> {
    const judged = reports.map(({ content, ...report }, position) => {
      return { ...report, key: keyOf(report), customerId: customerIds[position]!, hash: contentHash(content) };
    });
    const stored = await this.keys.find(em, table, reports);
    const first = judge(judged, heldIn(stored));
    if (first.writes.length === 0) return { outcomes: first.outcomes, writes: [] };

    const claims = new Map(first.writes.map((position) => [judged[position]!.key, pointed(judged[position]!)]));
    const inserted = new Set((await this.keys.claim(em, table, [...claims.values()])).map(keyOf));
    const current = new Map(stored.map((key) => [keyOf(key), key]));
    const others = [...claims.values()].filter((key) => !inserted.has(keyOf(key)));
    if (others.length > 0) for (const key of await this.keys.find(em, table, others)) current.set(keyOf(key), key);

    const { outcomes, writes } = judge(judged, heldIn([...current.values()]));
    return {
      outcomes,
      writes: writes.map((position) => {
        const { key } = judged[position]!;
        const before = current.get(key);
        const held = before && before.id !== null ? before : null;
        const claim = claims.get(key)!;
        return { position, key: { ...claim, id: held?.id ?? claim.id }, held, isNew: inserted.has(key) };
      }),
    };
  }

  /** Lets the keys lead to what was written; new keys do so from the start. */
  async point(em: EntityManager, table: KeyTable, writes: Write[]): Promise<void> {
    await this.keys.point(
      em,
      table,
      writes.filter(({ isNew }) => !isNew).map(({ key }) => key),
    );
  }
}

function pointed({ source, externalId, customerId, hash }: Omit<PointedKey, 'id'>): PointedKey {
  return { source, externalId, customerId, hash, id: newId() };
}

function heldIn(keys: StoredKey[]): Map<string, Held> {
  const held = new Map<string, Held>();
  for (const key of keys) if (key.id !== null) held.set(keyOf(key), { customerId: key.customerId, hash: key.hash });
  return held;
}

/**
 * Checks each input on its own and hands the good ones to `act` together.
 *
 * @returns one answer per input, in order: what `act` said, or the fault
 */
export async function recordEach<Input, Checked>(
  inputs: Input[],
  check: (input: Input) => Checked,
  act: (checked: Checked[]) => Promise<Outcome[]>,
): Promise<Recorded[]> {
  const good: Checked[] = [];
  const failures = inputs.map((input) => {
    try {
      good.push(check(input));
      return null;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return {
        outcome: 'failed' as const,
        code: error.code,
        detail: error.detail,
        ...(error.errors ? { errors: error.errors } : {}),
      };
    }
  });
  const outcomes = (good.length > 0 ? await act(good) : []).values();
  return failures.map((failure) => failure ?? { outcome: outcomes.next().value! });
}
