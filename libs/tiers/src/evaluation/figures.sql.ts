import { startOfDay } from '@siyu/kernel';
import type { Window } from '../ladders/domain/ladder';
import { figureName, type Figure } from './domain/figures';
import { windowFrom, type Reckoning } from './domain/periods';
import type { Parameters } from './parameters';

/*
 * Figures of many customers at once. Two forms: by one reckoning for all, and by a reckoning of each customer's own (the last
 * day of her validity, the day of her rise). The customers are the rows of `subject` (subjects.sql.ts).
 */

/** What the house needs to know to count. */
export interface Counting {
  figures: readonly Figure[];
  currency: string;
  timeZone: string;
  params: Parameters;
}

/** Whose rows are read, as a condition on a column; it stands beside every join so that an index is used. */
export type Scope = (column: string) => string;

/** Sums of absurd orders stop at what exact whole numbers can hold. */
const CEILING = Number.MAX_SAFE_INTEGER;

/** CTEs `<name>_orders` and `<name>_growth`, those that are wanted, for one reckoning that holds for every subject. */
export function commonFigures(counting: Counting, name: string, reckoning: Reckoning, scope: Scope): string[] {
  const { params, timeZone } = counting;
  const until = params.add(reckoning.until, 'timestamptz');
  const from = (window: Window) => {
    if (window.kind === 'membership-year')
      return startOf(anniversarySql('s.member_day', params.add(reckoning.asOf, 'date')), counting);
    const day = windowFrom(window, reckoning.asOf, reckoning.asOf);
    return day === null ? null : params.add(startOfDay(day, timeZone), 'timestamptz');
  };
  return sourcesOf(counting).map((source) => {
    const { rows, at, customer, where } = source;
    const isPersonal = source.wanted.some(({ window }) => window.kind === 'membership-year');
    return `${name}_${source.name} as (
  select ${customer} as customer_id, ${columnsOf(source, from)}
  from ${isPersonal ? `subject s join ${rows} on ${customer} = s.customer_id` : rows}
  where ${scope(customer)}${where} and ${at} < ${until}${earliest(source, from)}
  group by ${customer}
)`;
  });
}

/**
 * The same by a reckoning of each subject's own. They are counted one by one: as a rule few of many are concerned.
 *
 * @param asOf expression over `s`: the day; null for subjects that are not to be counted
 * @param until expression over `s`: the first day that no longer counts
 */
export function ownFigures(counting: Counting, name: string, asOf: string, until: string): string[] {
  const from = (window: Window) => {
    const day = windowFromSql(window, asOf);
    return day && startOf(day, counting);
  };
  return sourcesOf(counting).map((source) => {
    const { rows, at, customer, where } = source;
    return `${name}_${source.name} as (
  select s.customer_id, f.*
  from subject s cross join lateral (
    select ${columnsOf(source, from)}
    from ${rows}
    where ${customer} = s.customer_id${where} and ${at} < ${startOf(until, counting)}${earliest(source, from)}
  ) f
  where ${asOf} is not null
)`;
  });
}

/** The value of a figure, with the CTEs of {@link commonFigures} or {@link ownFigures} joined under their names. */
export function figureSql(name: string, figure: Figure): string {
  return `coalesce(${name}_${tableOf(figure)}.${figureName(figure)}, 0)`;
}

/** Joins of the CTEs of a name to `s`. */
export function joinsOf({ figures }: Counting, name: string): string {
  return [...new Set(figures.map(tableOf))]
    .map((table) => `left join ${name}_${table} on ${name}_${table}.customer_id = s.customer_id`)
    .join('\n  ');
}

/** The figures as one jsonb object. */
export function valuesSql({ figures }: Counting, name: string): string {
  return `jsonb_build_object(${figures.map((figure) => `'${figureName(figure)}', ${figureSql(name, figure)}`).join(', ')})`;
}

const tableOf = ({ measure }: Figure): 'growth' | 'orders' => (measure === 'growth' ? 'growth' : 'orders');

type From = (window: Window) => string | null;

/** Rows that figures are counted from. */
interface Source {
  name: 'orders' | 'growth';
  rows: string;
  customer: string;
  at: string;
  where: string;
  wanted: Figure[];
  /** The aggregate of a figure over the rows that a condition lets through. */
  sum(figure: Figure, when: (...conditions: string[]) => string): string;
}

function sourcesOf({ figures, currency, timeZone, params }: Counting): Source[] {
  const sources: Source[] = [
    {
      name: 'orders',
      rows: 'orders_purchases_v p',
      customer: 'p.customer_id',
      at: 'p.paid_at',
      where: '',
      wanted: figures.filter((figure) => tableOf(figure) === 'orders'),
      sum: ({ measure }, when) => {
        if (measure === 'spend')
          return exact(`sum(p.net_cents)${when(`p.currency = ${params.add(currency, 'text')}`)}`);
        if (measure === 'orders') return `count(*)${when('p.is_purchase')}`;
        const month = `date_trunc('month', p.paid_at at time zone ${params.add(timeZone, 'text')})`;
        return `count(distinct ${month})${when('p.is_purchase')}`;
      },
    },
    {
      name: 'growth',
      rows: 'tiers_value_entries v',
      customer: 'v.customer_id',
      at: 'v.occurred_at',
      where: ` and v.ledger = 'growth'`,
      wanted: figures.filter((figure) => tableOf(figure) === 'growth'),
      sum: (_, when) => exact(`sum(v.amount)${when()}`),
    },
  ];
  return sources.filter(({ wanted }) => wanted.length > 0);
}

function columnsOf(source: Source, from: From): string {
  const isOne = beginsOf(source, from).length === 1;
  return source.wanted
    .map((figure) => {
      const begin = isOne ? null : from(figure.window);
      const when = (...conditions: string[]) => {
        const all = [...conditions, ...(begin === null ? [] : [`${source.at} >= ${begin}`])];
        return all.length === 0 ? '' : ` filter (where ${all.join(' and ')})`;
      };
      return `${source.sum(figure, when)} as ${figureName(figure)}`;
    })
    .join(',\n    ');
}

/** What lies before every window need not be read; with one window for all that is condition enough. */
function earliest(source: Source, from: From): string {
  const begins = beginsOf(source, from);
  if (begins.includes(null)) return '';
  return ` and ${source.at} >= ${begins.length === 1 ? begins[0] : `least(${begins.join(', ')})`}`;
}

/** Where the windows begin, each once. */
function beginsOf({ wanted }: Source, from: From): (string | null)[] {
  return [...new Set(wanted.map(({ window }) => from(window)))];
}

const exact = (sum: string) => `least(greatest(coalesce(${sum}, 0), -${CEILING}), ${CEILING})::bigint`;

/** The first day that counts, around a day that is an expression; null: all do. The same in words: `windowFrom`. */
function windowFromSql(window: Window, asOf: string): string | null {
  switch (window.kind) {
    case 'lifetime':
      return null;
    case 'rolling':
      return `((${asOf} - interval '${Math.trunc(window.months)} months')::date + 1)`;
    case 'calendar-year':
      return `date_trunc('year', ${asOf}::timestamp)::date`;
    case 'membership-year':
      return anniversarySql('s.member_day', asOf);
  }
}

/** The latest anniversary of a day that is not after another, or one of the years after it. */
export function anniversarySql(since: string, day: string, more = 0): string {
  const years = `(extract(year from ${day}) - extract(year from ${since}))::integer`;
  const passed = `(${years} - ((${since} + make_interval(years => ${years}))::date > ${day})::integer + ${more})`;
  return `(${since} + make_interval(years => ${passed}))::date`;
}

function startOf(day: string, { params, timeZone }: Counting): string {
  return `(${day})::timestamp at time zone ${params.add(timeZone, 'text')}`;
}
