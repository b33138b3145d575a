import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { preparedRows, rows } from '@siyu/platform';
import { bytesArray, instantArray, plainArray, textArray } from './arrays';
import type { Entry } from './domain/acts';
import type { Books, Hold, Lot } from './domain/books';
import type { Sealed } from './seals';

/** All that one customer's acts have changed. */
export interface Changes {
  books: Books;
  sealed: Sealed[];
}

export const ENTRY_COLUMNS = `customer_id as "customerId", seq, kind, points, pending_points as "pendingPoints",
  held_points as "heldPoints", debt_points as "debtPoints", balance_after as "balanceAfter", act_key as key, reason,
  reference, source, actor, reverses_seq as "reversesSeq", reversed_points as "reversedPoints", hold_id as "holdId",
  available_at as "availableAt", expires_at as "expiresAt", breakdown, occurred_at as "occurredAt",
  recorded_at as "recordedAt"`;

const ENTRIES = {
  name: 'points_entries:insert',
  text: `insert into points_entries (customer_id, seq, kind, points, pending_points, held_points, debt_points, balance_after,
      act_key, fingerprint, reason, reference, source, actor, reverses_seq, reversed_points, hold_id, available_at,
      expires_at, breakdown, occurred_at, recorded_at, hash)
    select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
      $8::bigint[], $9::text[], $10::bytea[], $11::text[], $12::text[], $13::text[], $14::text[], $15::integer[],
      $16::bigint[], $17::uuid[], $18::timestamptz[], $19::timestamptz[], $20::json[], $21::timestamptz[],
      $22::timestamptz[], $23::bytea[])`,
};

const ACCOUNTS = {
  name: 'points_accounts:update',
  text: `update points_accounts a set balance = n.balance, pending = n.pending, held = n.held, debt = n.debt,
      earned = n.earned, spent = n.spent, expired = n.expired, taken_back = n.taken_back, adjusted = n.adjusted,
      transferred = n.transferred, seq = n.seq, head_hash = n.head_hash, booked_at = n.booked_at,
      active_at = n.active_at, due_at = n.due_at, moved_to = n.moved_to
    from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
      $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::integer[], $13::bytea[], $14::timestamptz[],
      $15::timestamptz[], $16::timestamptz[], $17::uuid[]) as n (customer_id, balance, pending, held, debt, earned,
      spent, expired, taken_back, adjusted, transferred, seq, head_hash, booked_at, active_at, due_at, moved_to)
    where a.customer_id = n.customer_id`,
};

const NEW_LOTS = {
  name: 'points_lots:insert',
  text: `insert into points_lots (customer_id, lot_seq, granted, remaining, held, pending, available_at, expires_at,
      idle_months, open)
    select customer_id, lot_seq, granted, remaining, held, pending, available_at, expires_at, idle_months, remaining > 0
    from unnest($1::uuid[], $2::integer[], $3::bigint[], $4::bigint[], $5::bigint[], $6::boolean[], $7::timestamptz[],
      $8::timestamptz[], $9::smallint[]) as n (customer_id, lot_seq, granted, remaining, held, pending, available_at,
      expires_at, idle_months)`,
};

const LOTS = {
  name: 'points_lots:update',
  text: `update points_lots l set remaining = n.remaining, held = n.held, pending = n.pending,
      available_at = n.available_at, expires_at = n.expires_at, idle_months = n.idle_months, open = n.remaining > 0
    from unnest($1::uuid[], $2::integer[], $3::bigint[], $4::bigint[], $5::bigint[], $6::boolean[], $7::timestamptz[],
      $8::timestamptz[], $9::smallint[]) as n (customer_id, lot_seq, granted, remaining, held, pending, available_at,
      expires_at, idle_months)
    where l.customer_id = n.customer_id and l.lot_seq = n.lot_seq`,
};

const ALLOCATIONS = {
  name: 'points_allocations:insert',
  text: `insert into points_allocations (customer_id, seq, lot_seq, points, held_points)
    select * from unnest($1::uuid[], $2::integer[], $3::integer[], $4::bigint[], $5::bigint[])`,
};

const HOLDS = {
  name: 'points_holds:upsert',
  text: `insert into points_holds as h (customer_id, hold_id, points, captured, released, status, reason, reference,
      opened_at, expires_at)
    select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::text[], $7::text[],
      $8::text[], $9::timestamptz[], $10::timestamptz[])
    on conflict (customer_id, hold_id) do update set captured = excluded.captured, released = excluded.released,
      status = excluded.status`,
};

type Owned<Row> = { customerId: string; row: Row };

/** Every write of the ledger. The accounts are locked by the caller. */
@Injectable()
export class EntriesStore {
  /** Writes what acts have changed; the number of statements does not depend on how many acts there were. */
  async apply(em: EntityManager, changes: Changes[]): Promise<void> {
    const entries = owned(changes, ({ sealed }) => sealed);
    const granted = owned(changes, ({ books }) => [...books.granted].map((seq) => books.lots.get(seq)!));
    const touched = owned(changes, ({ books }) =>
      [...books.touchedLots].filter((seq) => !books.granted.has(seq)).map((seq) => books.lots.get(seq)!),
    );
    const holds = owned(changes, ({ books }) =>
      [...new Set([...books.openedHolds, ...books.touchedHolds])].map((id) => books.holds.get(id)!),
    );
    const statements = [
      { rows: entries.length, statement: ENTRIES, values: () => entryColumns(entries) },
      { rows: granted.length, statement: NEW_LOTS, values: () => lotColumns(granted) },
      { rows: touched.length, statement: LOTS, values: () => lotColumns(touched) },
      { rows: entries.length, statement: ALLOCATIONS, values: () => allocationColumns(entries) },
      { rows: holds.length, statement: HOLDS, values: () => holdColumns(holds) },
      { rows: changes.length, statement: ACCOUNTS, values: () => accountColumns(changes) },
    ];
    // One connection takes them one after the other; nobody waits for an answer in between.
    await Promise.all(
      statements
        .filter(({ rows }) => rows > 0)
        .map(({ statement, values }) => ({ statement, values: values() }))
        .filter(({ values }) => values[0] !== '{}')
        .map(({ statement, values }) => preparedRows(em, statement, values)),
    );
  }

  async get(em: EntityManager, asked: { customerId: string; seq: number }[]): Promise<Entry[]> {
    return rows<Entry>(
      em,
      `select ${ENTRY_COLUMNS} from points_entries
       join unnest($1::uuid[], $2::integer[]) as asked (customer_id, seq) using (customer_id, seq)`,
      [asked.map(({ customerId }) => customerId), asked.map(({ seq }) => seq)],
    );
  }
}

function owned<Row>(changes: Changes[], of: (change: Changes) => Row[]): Owned<Row>[] {
  return changes.flatMap((change) => {
    const { customerId } = change.books.account;
    return of(change).map((row) => ({ customerId, row }));
  });
}

function entryColumns(entries: Owned<Sealed>[]): string[] {
  const column = <Value>(value: (sealed: Sealed) => Value) => entries.map(({ row }) => value(row));
  const number = (value: (entry: Sealed['writing']) => number | string | null) =>
    plainArray(column(({ writing }) => value(writing)));
  const text = (value: (entry: Sealed['writing']) => string | null) =>
    textArray(column(({ writing }) => value(writing)));
  const instant = (value: (entry: Sealed['writing']) => Date | null) =>
    instantArray(column(({ writing }) => value(writing)));
  return [
    plainArray(entries.map(({ customerId }) => customerId)),
    number((entry) => entry.seq),
    number((entry) => entry.kind),
    number((entry) => entry.points),
    number((entry) => entry.pendingPoints),
    number((entry) => entry.heldPoints),
    number((entry) => entry.debtPoints),
    number((entry) => entry.balanceAfter),
    text((entry) => entry.key),
    bytesArray(column(({ fingerprint }) => fingerprint)),
    text((entry) => entry.reason),
    text((entry) => entry.reference),
    text((entry) => entry.source),
    text((entry) => entry.actor),
    number((entry) => entry.reversesSeq),
    number((entry) => entry.reversedPoints),
    number((entry) => entry.holdId),
    instant((entry) => entry.availableAt),
    instant((entry) => entry.expiresAt),
    textArray(column(({ breakdown }) => breakdown)),
    instant((entry) => entry.occurredAt),
    instantArray(column(({ recordedAt }) => recordedAt)),
    bytesArray(column(({ hash }) => hash)),
  ];
}

function accountColumns(changes: Changes[]): string[] {
  const accounts = changes.map(({ books }) => books.account);
  const numbers = [
    'balance',
    'pending',
    'held',
    'debt',
    'earned',
    'spent',
    'expired',
    'takenBack',
    'adjusted',
  ] as const;
  return [
    plainArray(accounts.map(({ customerId }) => customerId)),
    ...numbers.map((name) => plainArray(accounts.map((account) => account[name]))),
    plainArray(accounts.map(({ transferred }) => transferred)),
    plainArray(accounts.map(({ seq }) => seq)),
    bytesArray(accounts.map(({ headHash }) => headHash)),
    instantArray(accounts.map(({ bookedAt }) => bookedAt)),
    instantArray(accounts.map(({ activeAt }) => activeAt)),
    instantArray(accounts.map(({ dueAt }) => dueAt)),
    plainArray(accounts.map(({ movedTo }) => movedTo)),
  ];
}

function lotColumns(lots: Owned<Lot>[]): string[] {
  const column = <Value>(value: (lot: Lot) => Value) => lots.map(({ row }) => value(row));
  return [
    plainArray(lots.map(({ customerId }) => customerId)),
    plainArray(column(({ seq }) => seq)),
    plainArray(column(({ granted }) => granted)),
    plainArray(column(({ remaining }) => remaining)),
    plainArray(column(({ held }) => held)),
    plainArray(column(({ pending }) => pending)),
    instantArray(column(({ availableAt }) => availableAt)),
    instantArray(column(({ expiresAt }) => expiresAt)),
    plainArray(column(({ idleMonths }) => idleMonths)),
  ];
}

function allocationColumns(entries: Owned<Sealed>[]): string[] {
  const moved = entries.flatMap(({ customerId, row: { writing } }) =>
    [...writing.movements]
      .filter(([, { points, held }]) => points !== 0 || held !== 0)
      .map(([lot, movement]) => ({ customerId, seq: writing.seq, lot, ...movement })),
  );
  return [
    plainArray(moved.map(({ customerId }) => customerId)),
    plainArray(moved.map(({ seq }) => seq)),
    plainArray(moved.map(({ lot }) => lot)),
    plainArray(moved.map(({ points }) => points)),
    plainArray(moved.map(({ held }) => held)),
  ];
}

function holdColumns(holds: Owned<Hold>[]): string[] {
  const column = <Value>(value: (hold: Hold) => Value) => holds.map(({ row }) => value(row));
  return [
    plainArray(holds.map(({ customerId }) => customerId)),
    plainArray(column(({ holdId }) => holdId)),
    plainArray(column(({ points }) => points)),
    plainArray(column(({ captured }) => captured)),
    plainArray(column(({ released }) => released)),
    plainArray(column(({ status }) => status)),
    textArray(column(({ reason }) => reason)),
    textArray(column(({ reference }) => reference)),
    instantArray(column(({ openedAt }) => openedAt)),
    instantArray(column(({ expiresAt }) => expiresAt)),
  ];
}
