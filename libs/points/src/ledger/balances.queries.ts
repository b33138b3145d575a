import { Inject, Injectable } from '@nestjs/common';
import { CustomersQueries } from '@siyu/customers';
import { badCursor, decodeCursor, encodeCursor, type Clock, type Page } from '@siyu/kernel';
import { CLOCK, Database, preparedRows, row, rows } from '@siyu/platform';
import type { PointsBalance, EntriesQuery, EntryDetails, PointsHold, PointsLot, LotMovement } from './balances.dto';
import { plainArray } from './arrays';
import type { Entry } from './domain/acts';
import { ledgerErrors } from './domain/errors';
import { ENTRY_COLUMNS } from './entries.store';
import { GatheredReads } from './gathered-reads';
import { LedgerService } from './ledger.service';

/** Most moments of expiry that a balance names. */
const MOST_EXPIRING = 12;

type StoredBalance = Omit<PointsBalance, 'expiring' | 'computedAt' | 'spendable'> & {
  customerId: string;
  dueAt: Date | null;
  /** Points and the time at which they end. */
  expiring: [number, string][] | null;
};

const BALANCE = {
  name: 'points_accounts:balance',
  text: `select customer_id as "customerId", balance, pending, held, debt, earned, spent, expired, due_at as "dueAt",
      (select json_agg(json_build_array(points, expires_at)) from (
        select sum(remaining) as points, expires_at from points_lots l
        where l.customer_id = a.customer_id and open and not pending and expires_at is not null
        group by expires_at order by expires_at limit ${MOST_EXPIRING}
      ) ends) as expiring
    from points_accounts a where customer_id = any($1::uuid[])`,
};

const LOT_COLUMNS = `l.lot_seq as "lotSeq", l.granted, l.remaining, l.held, l.pending, l.available_at as "availableAt",
  l.expires_at as "expiresAt", l.idle_months as "idleMonths", e.reason, e.occurred_at as "grantedAt"`;

const NOTHING = {
  balance: 0,
  pending: 0,
  held: 0,
  debt: 0,
  earned: 0,
  spent: 0,
  expired: 0,
  dueAt: null,
  expiring: [],
};

/** The points of one customer, for screens and for the customer. */
@Injectable()
export class BalancesQueries {
  private readonly stored = new GatheredReads<StoredBalance>((customerIds) =>
    preparedRows(this.database.em, BALANCE, [plainArray(customerIds)]),
  );

  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly customers: CustomersQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is due is booked before it is shown, so that nobody sees points that are over.
   *
   * @throws DomainError `customers.not-found` (not-found)
   */
  async balance(customerId: string): Promise<PointsBalance> {
    const now = this.clock.now();
    let stored = await this.stored.find(customerId);
    if (stored?.dueAt && stored.dueAt <= now) {
      await this.ledger.settle(customerId);
      stored = await this.stored.find(customerId);
    }
    if (!stored) await this.customers.mustExist(customerId);
    const { balance, pending, held, debt, earned, spent, expired, expiring } = stored ?? NOTHING;
    return {
      ...{ balance, pending, held, debt, earned, spent, expired },
      spendable: Math.max(0, balance) - held,
      expiring: (expiring ?? []).map(([points, expiresAt]) => ({ points, expiresAt: new Date(expiresAt) })),
      computedAt: now,
    };
  }

  /** The ledger, newest entry first. @throws DomainError `page.bad-cursor` (invalid), `customers.not-found` (not-found) */
  async entries(customerId: string, { limit, cursor, kinds }: EntriesQuery): Promise<Page<Entry>> {
    const before = cursor === undefined ? null : seqOf(cursor);
    const found = await rows<Entry>(
      this.database.em,
      `select ${ENTRY_COLUMNS} from points_entries
       where customer_id = $1 and ($2::integer is null or seq < $2) and ($3::text[] is null or kind = any($3))
       order by seq desc limit $4`,
      [customerId, before, kinds?.split(',') ?? null, limit + 1],
    );
    if (found.length === 0) await this.customers.mustExist(customerId);
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? encodeCursor([items.at(-1)!.seq]) : null };
  }

  /** One entry, with the lots it touched. @throws DomainError `points.entry-unknown` (not-found) */
  async entry(customerId: string, seq: number): Promise<EntryDetails> {
    const { em } = this.database;
    const entry = await row<Entry>(
      em,
      `select ${ENTRY_COLUMNS} from points_entries where customer_id = $1 and seq = $2`,
      [customerId, seq],
    );
    if (!entry) throw ledgerErrors.entryUnknown(seq);
    const movements = await rows<LotMovement>(
      em,
      `select a.lot_seq as "lotSeq", a.points, a.held_points as "heldPoints", l.expires_at as "expiresAt", e.reason,
         e.occurred_at as "grantedAt"
       from points_allocations a join points_lots l using (customer_id, lot_seq)
         join points_entries e on e.customer_id = l.customer_id and e.seq = l.lot_seq
       where a.customer_id = $1 and a.seq = $2 order by l.expires_at nulls last, a.lot_seq`,
      [customerId, seq],
    );
    const lot = await row<PointsLot>(
      em,
      `select ${LOT_COLUMNS} from points_lots l join points_entries e on e.customer_id = l.customer_id and e.seq = l.lot_seq
       where l.customer_id = $1 and l.lot_seq = $2`,
      [customerId, seq],
    );
    const reversals = await rows<Entry>(
      em,
      `select ${ENTRY_COLUMNS} from points_entries where customer_id = $1 and reverses_seq = $2 order by seq`,
      [customerId, seq],
    );
    return { entry, movements, lot, reversals, reversible: reversible(entry, reversals) };
  }

  /** What remains of awards: the soonest to end first. */
  async lots(customerId: string): Promise<PointsLot[]> {
    return rows<PointsLot>(
      this.database.em,
      `select ${LOT_COLUMNS} from points_lots l join points_entries e on e.customer_id = l.customer_id and e.seq = l.lot_seq
       where l.customer_id = $1 and l.open order by l.pending, l.expires_at nulls last, l.lot_seq limit 1000`,
      [customerId],
    );
  }

  /** Open holds first, then the newest. */
  async holds(customerId: string): Promise<PointsHold[]> {
    return rows<PointsHold>(
      this.database.em,
      `select hold_id as "holdId", status, points, captured, released, reason, reference, opened_at as "openedAt",
         expires_at as "expiresAt"
       from points_holds where customer_id = $1 order by status <> 'open', opened_at desc, hold_id limit 200`,
      [customerId],
    );
  }
}

const TAKEN_BACK = new Set(['earn', 'adjust', 'spend', 'capture', 'expire']);

function reversible(entry: Entry, reversals: Entry[]): number {
  if (!TAKEN_BACK.has(entry.kind)) return 0;
  const gone = reversals.reduce((sum, { reversedPoints }) => sum + reversedPoints!, 0);
  return Math.abs(entry.points + (entry.kind === 'earn' ? entry.pendingPoints : 0)) - gone;
}

function seqOf(cursor: string): number {
  const [seq] = decodeCursor(cursor, 1);
  if (typeof seq !== 'number' || !Number.isInteger(seq) || seq < 1 || seq > 2_147_483_647) throw badCursor();
  return seq;
}
