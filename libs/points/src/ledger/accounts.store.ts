import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, preparedRows, rows } from '@siyu/platform';
import type { Account, Hold, Lot } from './domain/books';
import { plainArray, textArray } from './arrays';

const ACCOUNTS = {
  name: 'points_accounts:lock',
  text: `select customer_id as "customerId", balance, pending, held, debt, earned, spent, expired, taken_back as "takenBack",
      adjusted, transferred, seq, head_hash as "headHash", booked_at as "bookedAt", active_at as "activeAt",
      due_at as "dueAt", moved_to as "movedTo", absorbed
    from points_accounts where customer_id = any($1::uuid[]) order by customer_id for no key update`,
};

const KEYS = {
  name: 'points_entries:keys',
  text: `select e.customer_id as "customerId", e.act_key as key, e.seq, e.fingerprint
    from unnest($1::uuid[], $2::text[]) as asked (customer_id, act_key)
    join points_entries e using (customer_id, act_key)`,
};

const INHERITED_KEYS = {
  name: 'points_entries:inherited-keys',
  text: `select l.customer_id as "heirId", e.customer_id as "customerId", e.act_key as key, e.seq, e.fingerprint
    from unnest($1::uuid[], $2::text[]) as asked (customer_id, act_key)
    join points_lineages l on l.customer_id = asked.customer_id
    join points_entries e on e.customer_id = l.absorbed_id and e.act_key = asked.act_key`,
};

const LOT_COLUMNS = `customer_id as "customerId", lot_seq as seq, granted, remaining, held, pending,
  available_at as "availableAt", expires_at as "expiresAt", idle_months as "idleMonths"`;

const OPEN_LOTS = {
  name: 'points_lots:open',
  text: `select ${LOT_COLUMNS} from points_lots where customer_id = any($1::uuid[]) and open`,
};

const LOTS = {
  name: 'points_lots:named',
  text: `select ${LOT_COLUMNS} from points_lots
    join unnest($1::uuid[], $2::integer[]) as asked (customer_id, lot_seq) using (customer_id, lot_seq)`,
};

const HOLD_COLUMNS = `customer_id as "customerId", hold_id as "holdId", points, captured, released, status, reason,
  reference, opened_at as "openedAt", expires_at as "expiresAt"`;

const OPEN_HOLDS = {
  name: 'points_holds:open',
  text: `select ${HOLD_COLUMNS}, (
      select coalesce(jsonb_object_agg(lot_seq, held), '{}') from (
        select a.lot_seq, sum(a.held_points) as held
        from points_entries e join points_allocations a using (customer_id, seq)
        where e.customer_id = h.customer_id and e.hold_id = h.hold_id
        group by a.lot_seq having sum(a.held_points) > 0
      ) by_lot
    ) as lots
    from points_holds h where customer_id = any($1::uuid[]) and status = 'open'`,
};

const HOLDS = {
  name: 'points_holds:named',
  text: `select ${HOLD_COLUMNS}, '{}'::jsonb as lots from points_holds
    join unnest($1::uuid[], $2::uuid[]) as asked (customer_id, hold_id) using (customer_id, hold_id)
    where status <> 'open'`,
};

const TARGETS = {
  name: 'points_entries:targets',
  text: `select e.customer_id as "customerId", e.seq, e.kind, e.points, e.pending_points as "pendingPoints", e.reference,
      (select coalesce(sum(r.reversed_points), 0)::bigint from points_entries r
       where r.customer_id = e.customer_id and r.reverses_seq = e.seq) as reversed,
      (select coalesce(jsonb_object_agg(a.lot_seq, -a.points), '{}') from points_allocations a
       where a.customer_id = e.customer_id and a.seq = e.seq and a.points < 0) as draws
    from unnest($1::uuid[], $2::integer[]) as asked (customer_id, seq) join points_entries e using (customer_id, seq)`,
};

export interface DueAccount {
  customerId: string;
  dueAt: Date;
}

export type OfCustomer<Row> = Row & { customerId: string };
type StoredHold = OfCustomer<Omit<Hold, 'lots'> & { lots: Record<string, number> }>;
export type StoredTarget = OfCustomer<{
  seq: number;
  kind: string;
  points: number;
  pendingPoints: number;
  reference: string | null;
  reversed: number;
  draws: Record<string, number>;
}>;

/** Locked reads of what acts are decided from. Whoever holds an account's row owns all that belongs to it. */
@Injectable()
export class AccountsStore {
  /** Locks the accounts that exist, in the order of their ids. */
  async lock(em: EntityManager, customerIds: string[]): Promise<Account[]> {
    return preparedRows<Account>(em, ACCOUNTS, [plainArray(customerIds)]);
  }

  /** Opens accounts; somebody else may have done so at the same moment. */
  async open(em: EntityManager, customerIds: string[]): Promise<void> {
    await affected(
      em,
      `insert into points_accounts (customer_id)
       select id from unnest($1::uuid[]) as t (id) order by id on conflict do nothing`,
      [customerIds],
    );
  }

  /** Accounts that have something due by then, soonest first, behind the one that was seen last. */
  async due(em: EntityManager, until: Date, behind: DueAccount | null, limit: number): Promise<DueAccount[]> {
    return rows<DueAccount>(
      em,
      `select customer_id as "customerId", due_at as "dueAt" from points_accounts
       where due_at <= $1 ${behind ? 'and (due_at, customer_id) > ($3::timestamptz, $4::uuid)' : ''}
       order by due_at, customer_id limit $2`,
      [until, limit, ...(behind ? [behind.dueAt, behind.customerId] : [])],
    );
  }

  /** Which of these keys were used before. */
  async keys(em: EntityManager, asked: { customerId: string; key: string }[]) {
    return preparedRows<OfCustomer<{ key: string; seq: number; fingerprint: Buffer }>>(em, KEYS, [
      plainArray(asked.map(({ customerId }) => customerId)),
      textArray(asked.map(({ key }) => key)),
    ]);
  }

  /** Which of these keys were used by accounts that the asked ones have absorbed. */
  async inheritedKeys(em: EntityManager, asked: { customerId: string; key: string }[]) {
    return preparedRows<OfCustomer<{ heirId: string; key: string; seq: number; fingerprint: Buffer }>>(
      em,
      INHERITED_KEYS,
      [plainArray(asked.map(({ customerId }) => customerId)), textArray(asked.map(({ key }) => key))],
    );
  }

  async openLots(em: EntityManager, customerIds: string[]): Promise<OfCustomer<Lot>[]> {
    return preparedRows(em, OPEN_LOTS, [plainArray(customerIds)]);
  }

  async lots(em: EntityManager, asked: OfCustomer<{ seq: number }>[]): Promise<OfCustomer<Lot>[]> {
    return preparedRows(
      em,
      LOTS,
      byCustomer(asked, ({ seq }) => seq),
    );
  }

  async openHolds(em: EntityManager, customerIds: string[]): Promise<OfCustomer<Hold>[]> {
    return (await preparedRows<StoredHold>(em, OPEN_HOLDS, [plainArray(customerIds)])).map(withLots);
  }

  /** Those that are over, of the ones asked for. */
  async pastHolds(em: EntityManager, asked: OfCustomer<{ holdId: string }>[]): Promise<OfCustomer<Hold>[]> {
    const found = await preparedRows<StoredHold>(
      em,
      HOLDS,
      byCustomer(asked, ({ holdId }) => holdId),
    );
    return found.map(withLots);
  }

  async targets(em: EntityManager, asked: OfCustomer<{ seq: number }>[]): Promise<StoredTarget[]> {
    return preparedRows(
      em,
      TARGETS,
      byCustomer(asked, ({ seq }) => seq),
    );
  }
}

function byCustomer<Asked extends { customerId: string }>(asked: Asked[], what: (one: Asked) => string | number) {
  return [plainArray(asked.map(({ customerId }) => customerId)), plainArray(asked.map(what))];
}

function withLots(hold: StoredHold): OfCustomer<Hold> {
  return { ...hold, lots: numbered(hold.lots) };
}

/** JSON keys are text. */
export function numbered(byLot: Record<string, number>): Map<number, number> {
  return new Map(Object.entries(byLot).map(([seq, points]) => [Number(seq), points]));
}
