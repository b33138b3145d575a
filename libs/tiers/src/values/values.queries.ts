import { Inject, Injectable } from '@nestjs/common';
import { CustomersQueries } from '@siyu/customers';
import { badCursor, dayOf, decodeCursor, pageOf, startOfDay, type Clock, type Page } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, rows, type Config } from '@siyu/platform';
import { LEDGERS, type ValueLedger } from './domain/rules';
import type { ValueEntryRow } from './values.entities';
import { ENTRY_COLUMNS } from './values.store';

/** What a customer has in a ledger. */
export interface ValueBalance {
  balance: number;
  changedAt: Date | null;
  /** The last twelve months, this one included, oldest first: `YYYY-MM`. */
  months: { month: string; amount: number }[];
}

const MONTHS = 12;

/** Growth value and value score for screens. */
@Injectable()
export class ValuesQueries {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Both ledgers. @throws DomainError `customers.not-found` (not-found) */
  async balances(customerId: string): Promise<Record<ValueLedger, ValueBalance>> {
    const { em } = this.database;
    const { timeZone } = this.config;
    const months = lastMonths(dayOf(this.clock.now(), timeZone).slice(0, 7));
    const accounts = await rows<{ ledger: ValueLedger; balance: number; changedAt: Date }>(
      em,
      `select ledger, balance, changed_at as "changedAt" from tiers_value_accounts where customer_id = $1`,
      [customerId],
    );
    if (accounts.length === 0) await this.customers.mustExist(customerId);
    const sums = await rows<{ ledger: ValueLedger; month: string; amount: number }>(
      em,
      `select ledger, to_char(occurred_at at time zone $2, 'YYYY-MM') as month, sum(amount)::bigint as amount
       from tiers_value_entries
       where customer_id = $1 and ledger = any($3::text[]) and occurred_at >= $4 group by 1, 2`,
      [customerId, timeZone, LEDGERS, startOfDay(`${months[0]!}-01`, timeZone)],
    );
    const of = (ledger: ValueLedger): ValueBalance => {
      const account = accounts.find((each) => each.ledger === ledger);
      const sumOf = (month: string) => sums.find((sum) => sum.ledger === ledger && sum.month === month)?.amount ?? 0;
      return {
        balance: account?.balance ?? 0,
        changedAt: account?.changedAt ?? null,
        months: months.map((month) => ({ month, amount: sumOf(month) })),
      };
    };
    return { growth: of('growth'), 'value-score': of('value-score') };
  }

  /** Newest booking first. @throws DomainError `customers.not-found` (not-found) */
  async entries(customerId: string, ledger: ValueLedger, limit: number, cursor?: string): Promise<Page<ValueEntryRow>> {
    const before = cursor ? decodeCursor(cursor, 1)[0]! : null;
    if (before !== null && !(Number.isSafeInteger(before) && Math.abs(Number(before)) < 2 ** 31)) throw badCursor();
    const found = await rows<ValueEntryRow>(
      this.database.em,
      `select ${ENTRY_COLUMNS} from tiers_value_entries
       where customer_id = $1 and ledger = $2 and ($3::integer is null or seq < $3) order by seq desc limit $4`,
      [customerId, ledger, before, limit + 1],
    );
    if (found.length === 0) await this.customers.mustExist(customerId);
    return pageOf(found, limit, (last) => [last.seq]);
  }
}

/** The months up to and with this one. */
function lastMonths(month: string): string[] {
  const last = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: MONTHS }, (_, index) => {
    const count = last - (MONTHS - 1) + index;
    return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}
