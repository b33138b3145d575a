import type { Identity } from '@siyu/customers';
import type { OrderInput, OrderItemInput, OrderKind, OrderStatus } from './order';

/*
 * How rows of a shop's file become one order.
 *
 * The total is computed exactly: in 1/10,000 of the currency's unit, over all rows, and rounded once per order to cents, half
 * away from zero. It is the sum of quantity × unit price (`lines`), the sum of an amount that each row has (`sum`), or an
 * amount of the whole order that stands on each of its rows (`repeated`).
 *
 * A return is an order number that begins as the mapping says, or a negative total if the mapping says so. Its total and its
 * quantities are written without a sign, whether the shop writes returns with one or not.
 *
 * Example: 3 × 0.335 and 1 × 0.333 make 1.338, which is 134 cents. The order `C1` with −2 × 4.50 is a return of 900 cents.
 */
export const TOTAL_RULES = ['lines', 'sum', 'repeated'] as const;
export type TotalRule = (typeof TOTAL_RULES)[number];

export interface ImportedOrderRules {
  total: TotalRule;
  returns: { externalIdStartsWith?: string; negativeTotal?: boolean };
  /** Whether the file has quantities; without them every row is one piece. */
  hasQuantities: boolean;
}

/** One row; amounts in 1/10,000. */
export interface ImportedRow {
  row: number;
  values: {
    placedAt?: Date;
    paidAt?: Date;
    status?: OrderStatus;
    currency?: string;
    channel?: string;
    customerName?: string;
    total?: number;
    sku?: string;
    name?: string;
    category?: string;
    quantity?: number;
    unitPrice?: number;
  };
  utm: Record<string, string>;
}

export interface ImportedOrder {
  source: string;
  externalId: string;
  currency: string;
  identities: Identity[];
  rows: ImportedRow[];
}

/** What is wrong with a row, by the codes of the import. */
export interface ImportedFault {
  row: number;
  code: string;
  field: string;
}

const UNITS_PER_CENT = 100;

/** @returns the order, or every fault of its rows */
export function importedOrder(
  order: ImportedOrder,
  rules: ImportedOrderRules,
): { order: OrderInput } | { faults: ImportedFault[] } {
  const { rows } = order;
  const faults = rows.flatMap((row) => missingIn(row, rules));
  if (faults.length > 0) return { faults };
  const units = rules.total === 'repeated' ? repeatedTotal(rows) : sumOf(rows, rules.total);
  if (units === null) return { faults: [{ row: rows[0]!.row, code: 'orders.totals-differ', field: 'total' }] };
  const kind = kindOf(order.externalId, units, rules.returns);
  const sign = kind === 'return' && units < 0 ? -1 : 1;
  const fault = Number.isNaN(units) ? 'orders.total-too-large' : sign * units < 0 ? 'orders.total-negative' : null;
  if (fault)
    return { faults: [{ row: rows[0]!.row, code: fault, field: rules.total === 'lines' ? 'unitPrice' : 'total' }] };
  const items = rows.flatMap((row) => itemsOf(row, sign, faults));
  if (faults.length > 0) return { faults };
  return { order: { ...headOf(order), kind, totalCents: cents(sign * units), items } };
}

/** The facts that stand on every row, taken from the first row that has them. */
function headOf({ source, externalId, currency, identities, rows }: ImportedOrder) {
  const first = <Key extends keyof ImportedRow['values']>(key: Key) => {
    return rows.find(({ values }) => values[key] !== undefined)?.values[key];
  };
  const utm: Record<string, string> = Object.assign({}, ...rows.map((row) => row.utm).reverse());
  return {
    source,
    externalId,
    identities,
    customerName: first('customerName'),
    placedAt: first('placedAt')!,
    paidAt: first('paidAt'),
    status: first('status') ?? ('paid' as const),
    currency: first('currency') ?? currency,
    channel: first('channel'),
    utm: Object.keys(utm).length > 0 ? utm : null,
  };
}

function missingIn({ row, values }: ImportedRow, { total, hasQuantities }: ImportedOrderRules): ImportedFault[] {
  const needed = { lines: ['unitPrice'], sum: ['total'], repeated: [] }[total] as (
    'unitPrice' | 'total' | 'quantity'
  )[];
  if (hasQuantities && values.sku !== undefined) needed.push('quantity');
  return needed.filter((field) => values[field] === undefined).map((field) => ({ row, code: 'required', field }));
}

/** The exact sum, or NaN when it is too large to be exact. */
function sumOf(rows: ImportedRow[], rule: TotalRule): number {
  const safe = (units: number) => (Number.isSafeInteger(units) ? units : NaN);
  return rows.reduce((sum, { values }) => {
    return safe(sum + safe(rule === 'lines' ? (values.quantity ?? 1) * values.unitPrice! : values.total!));
  }, 0);
}

/** The amount that the rows agree on, or null. */
function repeatedTotal(rows: ImportedRow[]): number | null {
  const totals = new Set(rows.map(({ values }) => values.total).filter((total) => total !== undefined));
  return totals.size === 1 ? [...totals][0]! : null;
}

function kindOf(
  externalId: string,
  units: number,
  { externalIdStartsWith, negativeTotal }: ImportedOrderRules['returns'],
): OrderKind {
  const isMarked = externalIdStartsWith !== undefined && externalId.startsWith(externalIdStartsWith);
  return isMarked || (negativeTotal === true && units < 0) ? 'return' : 'sale';
}

function itemsOf({ row, values }: ImportedRow, sign: number, faults: ImportedFault[]): OrderItemInput[] {
  const { sku, name, category, quantity, unitPrice, total } = values;
  if (sku === undefined) return [];
  // `|| 0`: minus nothing is nothing
  const pieces = quantity === undefined ? 1 : sign * quantity || 0;
  const price = unitPrice ?? (total !== undefined && pieces !== 0 ? (sign * total) / pieces : 0);
  if (pieces < 0) faults.push({ row, code: 'orders.quantity-negative', field: 'quantity' });
  if (price < 0) faults.push({ row, code: 'orders.price-negative', field: 'unitPrice' });
  return [{ sku, name, category, quantity: pieces, unitPriceCents: cents(price) }];
}

/** Not negative, hence half up is half away from zero. */
function cents(units: number): number {
  return Math.floor((units + UNITS_PER_CENT / 2) / UNITS_PER_CENT);
}
