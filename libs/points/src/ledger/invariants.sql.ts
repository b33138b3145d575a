/**
 * What must be true of the books of every customer at every commit, each as a query for those of whom it is not. `$1` is null
 * for everybody, or the customers to look at.
 */

const some = (table: string) => `($1::uuid[] is null or ${table}.customer_id = any($1))`;

const drift = (customer: string, seq: string, expected: string, found: string) =>
  `${customer}.customer_id as "customerId", (${seq})::bigint as seq, ${expected} as expected, ${found} as found`;

const micros = (column: string) => `coalesce((extract(epoch from ${column}) * 1000000)::bigint::text, '-')`;
const free = (column: string) => `coalesce(octet_length(${column}) || ':' || ${column}, '-')`;

/** The form of an entry's content that its hash was made of; `seals.ts` builds the same. */
const CONTENT = `e.customer_id || '|' || e.seq || '|' || e.kind || '|' || e.points || '|' || e.pending_points || '|' ||
  e.held_points || '|' || e.debt_points || '|' || e.balance_after || '|' || encode(e.fingerprint, 'hex') || '|' ||
  coalesce(e.reverses_seq::text, '-') || '|' || coalesce(e.reversed_points::text, '-') || '|' ||
  coalesce(e.hold_id::text, '-') || '|' || ${micros('e.available_at')} || '|' || ${micros('e.expires_at')} || '|' ||
  ${micros('e.occurred_at')} || '|' || ${micros('e.recorded_at')} || '|' || coalesce(a.movements, '') || '|' ||
  ${free('e.act_key')} || '|' || ${free('e.reason')} || '|' || ${free('e.reference')} || '|' || ${free('e.source')} ||
  '|' || ${free('e.actor')} || '|' || ${free('e.breakdown::text')}`;

export const INVARIANTS = {
  /** balance, pending, held, debt and the number of the last entry are the sums of the entries */
  'account-equals-entries': `
    select ${drift('a', 'null', `concat_ws(' ', e.balance, e.pending, e.held, e.debt, e.last, e.number)`, `concat_ws(' ', a.balance, a.pending, a.held, a.debt, a.seq, a.seq)`)}
    from points_accounts a left join lateral (
      select coalesce(sum(points), 0) as balance, coalesce(sum(pending_points), 0) as pending,
        coalesce(sum(held_points), 0) as held, coalesce(sum(debt_points), 0) as debt, coalesce(max(seq), 0) as last,
        count(*) as number
      from points_entries where customer_id = a.customer_id
    ) e on true
    where ${some('a')}
      and (a.balance, a.pending, a.held, a.debt, a.seq, a.seq) is distinct from
        (e.balance, e.pending, e.held, e.debt, e.last, e.number)`,

  /** lifetime totals are the sums of the entries of their kinds */
  'totals-equal-entries': `
    select ${drift('a', 'null', `concat_ws(' ', e.earned, e.spent, e.expired, e.taken, e.adjusted, e.moved)`, `concat_ws(' ', a.earned, a.spent, a.expired, a.taken_back, a.adjusted, a.transferred)`)}
    from points_accounts a left join lateral (
      select coalesce(sum(points) filter (where kind in ('earn', 'mature')), 0) as earned,
        -coalesce(sum(points) filter (where kind in ('spend', 'capture', 'give-back')), 0) as spent,
        -coalesce(sum(points) filter (where kind = 'expire'), 0) as expired,
        -coalesce(sum(points) filter (where kind = 'take-back'), 0) as taken,
        coalesce(sum(points) filter (where kind = 'adjust'), 0) as adjusted,
        coalesce(sum(points) filter (where kind = 'transfer'), 0) as moved
      from points_entries where customer_id = a.customer_id
    ) e on true
    where ${some('a')} and (a.earned, a.spent, a.expired, a.taken_back, a.adjusted, a.transferred)
      is distinct from (e.earned, e.spent, e.expired, e.taken, e.adjusted, e.moved)`,

  /** balance = what remains in available lots - debt; pending and held are what lots say */
  'account-equals-lots': `
    select ${drift('a', 'null', `concat_ws(' ', l.available - a.debt, l.pending, l.held)`, `concat_ws(' ', a.balance, a.pending, a.held)`)}
    from points_accounts a left join lateral (
      select coalesce(sum(remaining) filter (where not pending), 0) as available,
        coalesce(sum(remaining) filter (where pending), 0) as pending, coalesce(sum(held), 0) as held
      from points_lots where customer_id = a.customer_id
    ) l on true
    where ${some('a')} and (a.balance, a.pending, a.held) is distinct from (l.available - a.debt, l.pending, l.held)`,

  /** what remains of a lot is what it was granted and what entries moved; what is held of it likewise */
  'lots-equal-allocations': `
    select ${drift('l', 'l.lot_seq', `concat_ws(' ', l.granted + coalesce(a.points, 0), coalesce(a.held, 0))`, `concat_ws(' ', l.remaining, l.held)`)}
    from points_lots l left join lateral (
      select sum(points) as points, sum(held_points) as held from points_allocations
      where customer_id = l.customer_id and lot_seq = l.lot_seq
    ) a on true
    where ${some('l')} and (l.remaining, l.held) is distinct from
      (l.granted + coalesce(a.points, 0), coalesce(a.held, 0)::bigint)`,

  /** what an entry granted and moved in lots = points + pending points + debt points; what it held likewise */
  'entries-equal-allocations': `
    select ${drift('e', 'e.seq', `concat_ws(' ', e.points + e.pending_points + e.debt_points, e.held_points)`, `concat_ws(' ', coalesce(l.granted, 0) + coalesce(a.points, 0), coalesce(a.held, 0))`)}
    from points_entries e
    left join points_lots l on l.customer_id = e.customer_id and l.lot_seq = e.seq
    left join (
      select customer_id, seq, sum(points) as points, sum(held_points) as held from points_allocations
      where ${some('points_allocations')} group by customer_id, seq
    ) a on a.customer_id = e.customer_id and a.seq = e.seq
    where ${some('e')} and (e.points + e.pending_points + e.debt_points, e.held_points) is distinct from
      (coalesce(l.granted, 0) + coalesce(a.points, 0), coalesce(a.held, 0))`,

  /** every lot and every allocation belongs to an entry */
  'nothing-without-entry': `
    select ${drift('l', 'l.lot_seq', `'an entry'`, `'none'`)} from points_lots l
    where ${some('l')} and not exists (
      select from points_entries e where e.customer_id = l.customer_id and e.seq = l.lot_seq
        and e.kind in ('earn', 'adjust', 'transfer'))
    union all
    select ${drift('a', 'a.seq', `'an entry and a lot'`, `'none'`)} from points_allocations a
    where ${some('a')} and not (exists (
        select from points_entries e where e.customer_id = a.customer_id and e.seq = a.seq)
      and exists (select from points_lots l where l.customer_id = a.customer_id and l.lot_seq = a.lot_seq))
    union all
    select ${drift('e', 'e.seq', `'an account'`, `'none'`)} from points_entries e
    where ${some('e')} and not exists (select from points_accounts a where a.customer_id = e.customer_id)`,

  /** the balance after each entry is the one before and its points */
  'balances-run': `
    select ${drift('e', 'e.seq', 'e.before + e.points', 'e.balance_after')}
    from (
      select customer_id, seq, points, balance_after,
        coalesce(lag(balance_after) over (partition by customer_id order by seq), 0) as before
      from points_entries where ${some('points_entries')}
    ) e
    where e.balance_after <> e.before + e.points`,

  /** numbers run 1, 2, 3 … */
  'numbers-run': `
    select ${drift('e', 'e.seq', 'e.before + 1', 'e.seq')}
    from (
      select customer_id, seq, coalesce(lag(seq) over (partition by customer_id order by seq), 0) as before
      from points_entries where ${some('points_entries')}
    ) e
    where e.seq <> e.before + 1`,

  /** every hash fits the hash before and the content of its entry and allocations */
  'hashes-chain': `
    select ${drift('e', 'e.seq', `encode(sha256(e.before || convert_to(e.content, 'UTF8')), 'hex')`, `encode(e.hash, 'hex')`)}
    from (
      select e.customer_id, e.seq, e.hash, ${CONTENT} as content,
        coalesce(lag(e.hash) over (partition by e.customer_id order by e.seq), '') as before
      from points_entries e left join (
        select customer_id, seq, string_agg(lot_seq || ':' || points || ':' || held_points, ',' order by lot_seq) as movements
        from points_allocations where ${some('points_allocations')} group by customer_id, seq
      ) a on a.customer_id = e.customer_id and a.seq = e.seq
      where ${some('e')}
    ) e
    where e.hash <> sha256(e.before || convert_to(e.content, 'UTF8'))`,

  /** the account knows the hash of the last entry: entries cut off at the end are missed */
  'heads-fit': `
    select ${drift('a', 'a.seq', `coalesce(encode(e.hash, 'hex'), '')`, `encode(a.head_hash, 'hex')`)}
    from points_accounts a left join points_entries e on e.customer_id = a.customer_id and e.seq = a.seq
    where ${some('a')} and a.head_hash <> coalesce(e.hash, '')`,

  /** no entry was taken back beyond its amount, and reversals point to entries that can be taken back */
  'reversals-within': `
    select ${drift('o', 'o.seq', 'abs(o.points + o.pending_points)', 'r.reversed')}
    from (
      select customer_id, reverses_seq as seq, sum(reversed_points) as reversed
      from points_entries where reverses_seq is not null and ${some('points_entries')} group by customer_id, reverses_seq
    ) r join points_entries o on o.customer_id = r.customer_id and o.seq = r.seq
    where r.reversed > abs(o.points + o.pending_points) or o.kind not in ('earn', 'adjust', 'spend', 'capture', 'expire')`,

  /** open holds add up to what is held, and a hold's parts to its entries */
  'holds-equal-entries': `
    select ${drift('a', 'null', 'coalesce(h.open, 0)', 'a.held')}
    from points_accounts a left join (
      select customer_id, sum(points - captured - released) as open
      from points_holds where status = 'open' and ${some('points_holds')} group by customer_id
    ) h on h.customer_id = a.customer_id
    where ${some('a')} and a.held <> coalesce(h.open, 0)
    union all
    select ${drift('h', 'null', 'coalesce(e.held, 0)', 'h.points - h.captured - h.released')}
    from points_holds h left join (
      select customer_id, hold_id, sum(held_points) as held
      from points_entries where hold_id is not null and ${some('points_entries')} group by customer_id, hold_id
    ) e on e.customer_id = h.customer_id and e.hold_id = h.hold_id
    where ${some('h')} and h.points - h.captured - h.released <> coalesce(e.held, 0)`,

  /** a lot ends when its entry says, or when a later entry that gave it grace says */
  'lots-end-as-booked': `
    select ${drift('l', 'l.lot_seq', 'e.expires_at::text', 'l.expires_at::text')}
    from points_lots l join points_entries e on e.customer_id = l.customer_id and e.seq = l.lot_seq
    where ${some('l')} and l.expires_at is distinct from e.expires_at and not exists (
      select from points_entries g where g.customer_id = l.customer_id and g.expires_at = l.expires_at
        and g.kind in ('give-back', 'mature', 'transfer') and g.seq > l.lot_seq)`,
} as const;

export type Invariant = keyof typeof INVARIANTS;

export const INVARIANT_NAMES = Object.keys(INVARIANTS) as Invariant[];
