import type { OrderKind, OrderStatus } from '../domain/order';

/** An order of the model: days stand for times, small numbers for money. */
export interface ModelOrder {
  key: string;
  customer: string;
  kind: OrderKind;
  status: OrderStatus;
  currency: string;
  totalCents: number;
  placedDay: number;
  paidDay: number | null;
}

export interface ModelRefund {
  key: string;
  id: string;
  amountCents: number;
}

export interface ModelFigures {
  ordersCount: number;
  currency: string | null;
  grossCents: number;
  refundedCents: number;
  netCents: number;
  firstDay: number | null;
  lastDay: number | null;
  averageIntervalDays: number | null;
}

/** Statuses that mean money came in. */
const PAID = ['paid', 'shipped', 'completed', 'refunded'];

/** The slow and obvious book of orders: keeps what it was told and adds it up anew at every question. */
export class OrderBook {
  private readonly orders = new Map<string, ModelOrder>();
  private readonly refunds = new Map<string, Map<string, number>>();

  tell(order: ModelOrder): void {
    this.orders.set(order.key, order);
  }

  /** @returns the code of the refusal, or null */
  giveBack({ key, id, amountCents }: ModelRefund): string | null {
    const order = this.orders.get(key);
    const refunds = this.refunds.get(key) ?? new Map<string, number>();
    const recorded = refunds.get(id);
    if (recorded === amountCents) return null;
    if (recorded !== undefined) return 'orders.refund-mismatch';
    if (order?.kind === 'return') return 'orders.return-not-refundable';
    if (order && sum([...refunds.values()]) + amountCents > order.totalCents) return 'orders.refund-exceeds-total';
    this.refunds.set(key, refunds.set(id, amountCents));
    return null;
  }

  figures(customer: string): ModelFigures {
    const paid = [...this.orders.values()]
      .filter((order) => order.customer === customer && order.status !== 'cancelled')
      .map((order) => ({ ...order, paidDay: order.paidDay ?? (PAID.includes(order.status) ? order.placedDay : null) }))
      .filter((order): order is typeof order & { paidDay: number } => order.paidDay !== null)
      .map((order) => ({ ...order, refunded: this.refundedOf(order) }));
    const purchases = paid.filter(({ kind, totalCents, refunded }) => kind === 'sale' && totalCents > refunded);
    const currency = currencyOf(purchases) ?? currencyOf(paid);
    const counted = paid.filter((order) => order.currency === currency);
    const sales = counted.filter(({ kind }) => kind === 'sale');
    const returns = counted.filter(({ kind }) => kind === 'return');
    const grossCents = sum(sales.map(({ totalCents }) => totalCents));
    const refundedCents = sum(sales.map(({ refunded }) => refunded)) + sum(returns.map(({ totalCents }) => totalCents));
    const days = purchases.map(({ paidDay }) => paidDay).sort((a, b) => a - b);
    const gaps = days.slice(1).map((day, index) => day - days[index]!);
    return {
      ordersCount: purchases.length,
      currency,
      grossCents,
      refundedCents,
      netCents: grossCents - refundedCents,
      firstDay: days[0] ?? null,
      lastDay: days.at(-1) ?? null,
      averageIntervalDays: gaps.length > 0 ? sum(gaps) / gaps.length : null,
    };
  }

  private refundedOf({ key, kind, status, totalCents }: ModelOrder): number {
    if (kind === 'return') return 0;
    if (status === 'refunded') return totalCents;
    return Math.min(totalCents, sum([...(this.refunds.get(key)?.values() ?? [])]));
  }
}

/** The currency of the last one; of several at that time, the first in the alphabet. */
function currencyOf(paid: { paidDay: number; currency: string }[]): string | null {
  const last = Math.max(...paid.map(({ paidDay }) => paidDay));
  return (
    paid
      .filter(({ paidDay }) => paidDay === last)
      .map(({ currency }) => currency)
      .sort()[0] ?? null
  );
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
