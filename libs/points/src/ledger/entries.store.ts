import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { preparedRows, rows, type Prepared } from '@siyu/platform';
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

/**
 * One kind of rows that acts write: what is done with `given`, the rows as `unnest` makes them of one array per column.
 * `insert` and `update` of several kinds go to the server as one statement.
 */
interface Part {
  types: string[];
  sql: (given: string) => string;
}

const LOT_TYPES = [
  'uuid',
  'integer',
  'bigint',
  'bigint',
  'bigint',
  'boolean',
  'timestamptz',
  'timestamptz',
  'smallint',
];
const LOT_NAMES = `customer_id, lot_seq, granted, remaining, held, pending, available_at, expires_at, idle_months`;

const PARTS = {
  entries: {
    types: [
      ...['uuid', 'integer', 'text', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'text', 'bytea', 'text', 'text'],
      ...['text', 'text', 'integer', 'bigint', 'uuid', 'timestamptz', 'timestamptz', 'json', 'timestamptz'],
      ...['timestamptz', 'bytea'],
    ],
    sql: (
      given,
    ) => `insert into points_entries (customer_id, seq, kind, points, pending_points, held_points, debt_points,
        balance_after, act_key, fingerprint, reason, reference, source, actor, reverses_seq, reversed_points, hold_id,
        available_at, expires_at, breakdown, occurred_at, recorded_at, hash)
      select * from ${given}`,
  },
  granted: {
    types: LOT_TYPES,
    sql: (given) => `insert into points_lots (${LOT_NAMES}, open)
      select ${LOT_NAMES}, remaining > 0 from ${given} as n (${LOT_NAMES})`,
  },
  lots: {
    types: LOT_TYPES,
    sql: (given) => `update points_lots l set remaining = n.remaining, held = n.held, pending = n.pending,
        available_at = n.available_at, expires_at = n.expires_at, idle_months = n.idle_months, open = n.remaining > 0
      from ${given} as n (${LOT_NAMES}) where l.customer_id = n.customer_id and l.lot_seq = n.lot_seq`,
  },
  allocations: {
    types: ['uuid', 'integer', 'integer', 'bigint', 'bigint'],
    sql: (given) => `insert into points_allocations (customer_id, seq, lot_seq, points, held_points)
      select * from ${given}`,
  },
  holds: {
    types: ['uuid', 'uuid', 'bigint', 'bigint', 'bigint', 'text', 'text', 'text', 'timestamptz', 'timestamptz'],
    sql: (given) => `insert into points_holds (customer_id, hold_id, points, captured, released, status, reason,
        reference, opened_at, expires_at)
      select * from ${given}
      on conflict (customer_id, hold_id) do update set captured = excluded.captured, released = excluded.released,
        status = excluded.status`,
  },
} satisfies Record<string, Part>;

const ACCOUNTS: Part = {
  types: [
    ...['uuid', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint', 'bigint'],
    ...['integer', 'bytea', 'timestamptz', 'timestamptz', 'timestamptz', 'uuid'],
  ],
  sql: (given) => `update points_accounts a set balance = n.balance, pending = n.pending, held = n.held, debt = n.debt,
      earned = n.earned, spent = n.spent, expired = n.expired, taken_back = n.taken_back, adjusted = n.adjusted,
      transferred = n.transferred, seq = n.seq, head_hash = n.head_hash, booked_at = n.booked_at,
      active_at = n.active_at, due_at = n.due_at, moved_to = n.moved_to
    from ${given} as n (customer_id, balance, pending, held, debt, earned, spent, expired, taken_back, adjusted,
      transferred, seq, head_hash, booked_at, active_at, due_at, moved_to)
    where a.customer_id = n.customer_id`,
};

type PartName = keyof typeof PARTS;

const statements = new Map<string, Prepared>();

/** The statement that writes these kinds of rows and the accounts; made once for each choice of kinds. */
function statementFor(names: PartName[]): Prepared {
  const name = `points:apply-${names.join('-')}`;
  const known = statements.get(name);
  if (known) return known;
  let parameter = 0;
  const given = ({ types, sql }: Part) =>
    sql(`unnest(${types.map((type) => `$${++parameter}::${type}[]`).join(', ')})`);
  const inserted = names.map((part) => `${part} as (${given(PARTS[part])})`);
  const text = `${inserted.length > 0 ? `with ${inserted.join(',\n')}\n` : ''}${given(ACCOUNTS)}`;
  const statement = { name, text };
  statements.set(name, statement);
  return statement;
}

type Owned<Row> = { customerId: string; row: Row };

/** Every write of the ledger. The accounts are locked by the caller. */
@Injectable()
export class EntriesStore {
  /** Writes what acts have changed; as one statement, however many acts there were. */
  async apply(em: EntityManager, changes: Changes[]): Promise<void> {
    if (changes.length === 0) return;
    const entries = owned(changes, ({ sealed }) => sealed);
    const granted = owned(changes, ({ books }) => [...books.granted].map((seq) => books.lots.get(seq)!));
    const touched = owned(changes, ({ books }) =>
      [...books.touchedLots].filter((seq) => !books.granted.has(seq)).map((seq) => books.lots.get(seq)!),
    );
    const holds = owned(changes, ({ books }) =>
      [...new Set([...books.openedHolds, ...books.touchedHolds])].map((id) => books.holds.get(id)!),
    );
    const columns: [PartName, string[]][] = [
      ['entries', entries.length > 0 ? entryColumns(entries) : []],
      ['granted', granted.length > 0 ? lotColumns(granted) : []],
      ['lots', touched.length > 0 ? lotColumns(touched) : []],
      ['allocations', allocationColumns(entries)],
      ['holds', holds.length > 0 ? holdColumns(holds) : []],
    ];
    const written = columns.filter(([, [first = '{}']]) => first !== '{}');
    const statement = statementFor(written.map(([name]) => name));
    await preparedRows(em, statement, [...written.flatMap(([, values]) => values), ...accountColumns(changes)]);
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
