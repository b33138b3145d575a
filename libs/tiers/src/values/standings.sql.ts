import { MOST, WEIGHT_UNITS } from './domain/worth';

/*
 * What orders and events ask for by the rules, beside what is booked for them: the one statement by which a single order is
 * settled, and a ledger of millions. `domain/worth.ts` computes the same for one behaviour.
 *
 * $1 the ledger, $2 the rules (`FlatRule`), $3 keys of rules that have caps; from $4 on whom it is about.
 */

/** Whom a statement is about. `places`: $4 customers, $5 their orders and events; `range`: above $4, up to $5. */
export type Scope = 'places' | 'customers' | 'range';

/** Rules without caps ask for what they ask for; those with caps are cut by `domain/settling.ts`, customer by customer. */
export type Part = 'uncapped' | 'capped';

export const concerns: Record<Scope, (table: string) => string> = {
  places: (table) => `${table}.customer_id = w.customer_id`,
  customers: (table) => `${table}.customer_id = any($4::uuid[])`,
  range: (table) => `${table}.customer_id > $4::uuid and ${table}.customer_id <= $5::uuid`,
};

function source(scope: Scope, table: string, alias: string, subject: string): string {
  if (scope !== 'places') return `${table} ${alias}`;
  return `unnest($4::uuid[], $5::uuid[]) as w (customer_id, subject_id)
    join ${table} ${alias} on ${alias}.customer_id = w.customer_id and ${alias}.${subject} = w.subject_id`;
}

const holds = (at: string) => `${at} >= r.valid_from and (r.valid_to is null or ${at} < r.valid_to)`;
const units = (channel: string) => `coalesce((r.weights ->> ${channel})::numeric, ${WEIGHT_UNITS})`;
const clamped = (amount: string) => `greatest(-${MOST}, least(${MOST}, ${amount}))::bigint`;

/** CTEs that end in `standings`. */
export function standingsSql(scope: Scope, part: Part): string {
  const concerned = concerns[scope];
  const isOurs = part === 'capped' ? '= any($3::text[])' : '<> all($3::text[])';
  return `rules as materialized (
  select * from jsonb_to_recordset($2::jsonb) as r (rule_key text, version integer, kind text, type text,
    per_cents bigint, currency text, value bigint, weights jsonb, valid_from timestamptz, valid_to timestamptz)
  where rule_key ${isOurs}
), wanted as (
  select p.customer_id, p.order_id as subject_id, r.rule_key, p.paid_at as at, 'orders' as source, r.version,
    p.net_cents,
    ${clamped(`div(p.net_cents::numeric * r.value * ${units('p.channel')}, r.per_cents::numeric * ${WEIGHT_UNITS})`)} as amount
  from ${source(scope, 'orders_purchases_v', 'p', 'order_id')}
  join rules r on r.kind = 'order' and r.currency = p.currency and ${holds('p.paid_at')}
  where ${concerned('p')} and p.net_cents <> 0
  union all
  select e.customer_id, e.event_id, r.rule_key, e.occurred_at, 'events', r.version, null,
    ${clamped(`div(r.value::numeric * ${units(EVENT_CHANNEL)}, ${WEIGHT_UNITS})`)}
  from ${source(scope, 'orders_events_v', 'e', 'event_id')}
  join rules r on r.kind = 'event' and r.type = e.type and ${holds('e.occurred_at')}
  where ${concerned('e')}
), booked as (
  select e.customer_id, e.subject_id, e.rule_key, e.occurred_at as at,
    min(e.source) filter (where e.source <> 'staff') as source, max(e.rule_version) as version,
    sum(e.amount)::bigint as amount, coalesce(sum(e.amount) filter (where e.source = 'staff'), 0)::bigint as taken,
    count(*)::integer as entries
  from ${source(scope, 'tiers_value_entries', 'e', 'subject_id')}
  where ${concerned('e')} and e.ledger = $1 and e.subject_id is not null and e.rule_key ${isOurs}
  group by e.customer_id, e.subject_id, e.rule_key, e.occurred_at
), standings as (
  select customer_id, subject_id, rule_key, at, coalesce(w.source, b.source) as source,
    coalesce(w.version, b.version) as version, w.net_cents, coalesce(w.amount, 0) as wanted,
    coalesce(b.amount, 0) as booked,
    (sum(coalesce(b.taken, 0)) over of_subject)::bigint as taken,
    (sum(coalesce(b.entries, 0)) over of_subject)::integer as entries
  from (select * from wanted where amount <> 0) w full join booked b using (customer_id, subject_id, rule_key, at)
  window of_subject as (partition by customer_id, subject_id, rule_key)
)`;
}

const EVENT_CHANNEL = `case when jsonb_typeof(e.properties -> 'channel') = 'string' then e.properties ->> 'channel' else e.source end`;

/** What it comes down to after staff took something back (`lessTaken`). */
const TARGET = `case when wanted > 0 then greatest(0, wanted + least(taken, 0))
  when wanted < 0 then least(0, wanted + greatest(taken, 0)) else 0 end`;

/** Standings whose entries don't sum up to what they ask for, as `drafts` to be booked. */
export function draftsSql(scope: Scope): string {
  return `${standingsSql(scope, 'uncapped')}, drafts as (
  select customer_id, (case source when 'orders' then 'order' else 'event' end || ':' || subject_id || ':' || rule_key
      || ':' || entries + row_number() over (partition by customer_id, subject_id, rule_key order by at)) as entry_key,
    target - booked as amount, at as occurred_at, source, subject_id, rule_key, version as rule_version,
    null::text as reverses_key, case when entries > 0 then 'correction' when source = 'orders' then 'order' else 'event' end as reason,
    case when source = 'orders' then jsonb_build_object('netCents', net_cents, 'wanted', target, 'before', booked) end as breakdown
  from (select *, ${TARGET} as target from standings) s where target <> booked
)`;
}

/**
 * Books `drafts`, a CTE of the columns of an entry without its numbers; whoever calls holds the accounts.
 *
 * @param drafts CTEs that end in `drafts`
 * @param at number of the parameter with the moment of booking; the one behind it names the actor
 * @param concerned what holds of the accounts, where that can be said without looking at the drafts
 */
export function bookingSql(drafts: string, at: number, concerned = 'true'): string {
  return `with ${drafts}, numbered as (
  select d.*, row_number() over of_customer as no, sum(d.amount) over of_customer as running
  from drafts d
  window of_customer as (partition by d.customer_id order by d.occurred_at, d.subject_id, d.rule_key rows unbounded preceding)
), inserted as (
  insert into tiers_value_entries (customer_id, ledger, entry_key, seq, amount, balance_after, occurred_at, recorded_at,
    source, subject_id, rule_key, rule_version, reverses_key, reason, breakdown, actor)
  select n.customer_id, $1, n.entry_key, a.entries + n.no, n.amount, a.balance + n.running, n.occurred_at, $${at},
    n.source, n.subject_id, n.rule_key, n.rule_version, n.reverses_key, n.reason, n.breakdown, $${at + 1}
  from numbered n join tiers_value_accounts a on a.customer_id = n.customer_id
  where a.ledger = $1 and ${concerned}
  returning customer_id, amount
), sums as (
  select customer_id, sum(amount)::bigint as amount, count(*)::integer as entries from inserted group by customer_id
), changed as (
  update tiers_value_accounts a set balance = a.balance + s.amount, entries = a.entries + s.entries, changed_at = $${at}
  from sums s where a.customer_id = s.customer_id and a.ledger = $1 and ${concerned}
)`;
}

/** Orders and events whose entries are more than what the rules ask for. Caps may cut that; they never add to it. */
export function overcountedSql(part: Part): string {
  return `with ${standingsSql('range', part)}
  select customer_id as "customerId", source || ' ' || subject_id || ' ' || rule_key as "where", target::text as expected,
    booked::text as found
  from (select *, ${TARGET} as target from standings) s
  where (target >= 0 and booked > target) or (target <= 0 and booked < target)`;
}
