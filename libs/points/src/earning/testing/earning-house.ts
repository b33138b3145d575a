import { newId } from '@siyu/kernel';
import { OrdersService, RefundsService, type OrderInput } from '@siyu/orders';
import { row, rows } from '@siyu/platform';
import { LedgerHouse } from '../../testing/ledger-house';
import type { SentRule } from '../domain/read-rule';
import { RulesService, type RuleFrame } from '../rules.service';

const STAFF = { kind: 'staff', id: newId(), sessionId: newId(), role: 'test', permissions: new Set<string>() } as const;

export const PER_YUAN: SentRule = {
  name: '消费积分',
  trigger: { kind: 'order' },
  base: { kind: 'per-amount', points: 1, perCents: 100 },
};

/** A shop with a ledger: rules to be set, orders to be reported, awards to be seen. */
export class EarningHouse {
  private constructor(readonly ledger: LedgerHouse) {}

  static async open(now?: string): Promise<EarningHouse> {
    return new EarningHouse(await LedgerHouse.open(now));
  }

  get test() {
    return this.ledger.test;
  }

  get em() {
    return this.ledger.em;
  }

  close(): Promise<void> {
    return this.ledger.close();
  }

  /** An active rule that holds since long. */
  async rule(sent: Partial<SentRule> = {}, frame: RuleFrame = { validFrom: new Date('2020-01-01') }): Promise<string> {
    const rules = this.test.app.get(RulesService);
    const { rule } = await rules.create(STAFF, { ...PER_YUAN, ...sent }, frame);
    await rules.act(STAFF, rule.ruleId, 'activate');
    return rule.ruleId;
  }

  async closeRule(ruleId: string): Promise<void> {
    await this.test.app.get(RulesService).act(STAFF, ruleId, 'close');
  }

  /** Reports an order and lets the jobs run. @returns whose it is now */
  async order(externalId: string, changes: Partial<OrderInput> = {}): Promise<string> {
    await this.report([order(externalId, changes)]);
    await this.test.runJobs();
    return this.customerOf(externalId);
  }

  async report(orders: OrderInput[]): Promise<void> {
    const answers = await this.test.app.get(OrdersService).recordBatch(orders);
    const failed = answers.find((answer) => answer.outcome === 'failed');
    if (failed) throw new Error(JSON.stringify(failed));
  }

  async refund(externalId: string, name: string, amountCents: number, run = true): Promise<void> {
    const refunds = this.test.app.get(RefundsService);
    await refunds.record(
      { source: 'shop', externalId },
      { externalId: name, refundedAt: new Date('2026-11-20'), amountCents },
    );
    if (run) await this.test.runJobs();
  }

  async customerOf(externalId: string): Promise<string> {
    const found = await row<{ id: string }>(
      this.em,
      `select customer_id as id from orders where source = 'shop' and external_id = $1`,
      [externalId],
    );
    return found!.id;
  }

  /** What the customer has. */
  async points(customerId: string): Promise<{ balance: number; pending: number }> {
    const found = await row<{ balance: number; pending: number }>(
      this.em,
      'select balance, pending from points_accounts where customer_id = $1',
      [customerId],
    );
    return found ?? { balance: 0, pending: 0 };
  }

  /** Kinds and points of the customer's entries, in order. */
  async entries(customerId: string): Promise<[string, number][]> {
    const found = await rows<{ kind: string; points: number }>(
      this.em,
      `select kind, points + pending_points as points from points_entries where customer_id = $1 order by seq`,
      [customerId],
    );
    return found.map(({ kind, points }) => [kind, points]);
  }

  /** Everything that is wrong with the books of all customers. */
  drift() {
    return this.ledger.drift(null);
  }
}

/** A paid order of 120.00 of the customer `M-<externalId>`, unless told otherwise. */
export function order(externalId: string, changes: Partial<OrderInput> = {}): OrderInput {
  return {
    source: 'shop',
    externalId,
    identities: [{ type: 'member_no', value: `M-${externalId}` }],
    placedAt: new Date('2026-11-20T10:00:00+08:00'),
    status: 'paid',
    currency: 'CNY',
    totalCents: 12_000,
    items: [{ sku: 'TEA', category: '茶', quantity: 1, unitPriceCents: 12_000 }],
    ...changes,
  };
}

/** The identities by which an order goes to the customer of another order. */
export function likeOrder(externalId: string): Pick<OrderInput, 'identities'> {
  return { identities: [{ type: 'member_no', value: `M-${externalId}` }] };
}
