import type { LadderTerms } from '../ladders/domain/ladder';
import type { Scope } from './figures.sql';
import type { Parameters } from './parameters';

/** Which customers are looked at: some, or those behind an id and up to another in the order of ids. */
export type Whom = { ids: readonly string[] } | { behind: string | null; upTo: string | null };

/** The customers as a condition on a column of theirs. */
export function scopeOf(whom: Whom, params: Parameters): Scope {
  if ('ids' in whom) {
    const ids = params.add(whom.ids, 'uuid[]');
    return (column) => `${column} = any(${ids})`;
  }
  const behind = whom.behind === null ? null : params.add(whom.behind, 'uuid');
  const upTo = whom.upTo === null ? null : params.add(whom.upTo, 'uuid');
  return (column) =>
    [behind && `${column} > ${behind}`, upTo && `${column} <= ${upTo}`].filter(Boolean).join(' and ') || 'true';
}

/** Ranks of tiers by key, also of tiers that earlier versions had; whoever is unknown stands lowest. */
export interface Ranks {
  /** Expression for the rank of a tier. */
  of(key: string): string;
  /** Expression for the key of a rank. */
  key(rank: string): string;
}

export function ranksOf({ tiers }: Pick<LadderTerms, 'tiers'>, params: Parameters): Ranks {
  const known = new Map(tiers.flatMap(({ replaces }, rank) => replaces.map((key): [string, number] => [key, rank])));
  tiers.forEach(({ key }, rank) => known.set(key, rank));
  const keys = params.add([...known.keys()], 'text[]');
  const ranks = params.add([...known.values()], 'integer[]');
  const names = params.add(
    tiers.map(({ key }) => key),
    'text[]',
  );
  return {
    of: (key) => `coalesce((${ranks})[array_position(${keys}, ${key})], 0)`,
    key: (rank) => `(${names})[${rank} + 1]`,
  };
}

/**
 * CTE `subject`: the customers with where they stand, ranks in terms of the ladder. Who has no row has the number 0 and the
 * lowest tier.
 *
 * @param hasMemberDay whether anything asks since when she is known: if not, the index of customers alone is read
 */
export function subjectCte(scope: Scope, ranks: Ranks, timeZone: string, hasMemberDay: boolean): string {
  return `subject as materialized (
  select c.customer_id, ${hasMemberDay ? `(c.created_at at time zone ${timeZone})::date` : 'null::date'} as member_day, m.customer_id is not null as has_row,
    coalesce(m.move_no, 0) as move_no, m.tier_key, m.own_key, ${ranks.of('m.own_key')} as own_rank,
    m.since, m.own_since, m.ladder_id, m.version, m.valid_until,
    coalesce(m.in_grace, false) as in_grace, m.rose_on, m.rose_from, ${ranks.of('m.rose_from')} as rose_from_rank,
    m.rose_from_until, m.lock_id, m.lock_key, ${ranks.of('m.lock_key')} as lock_rank, m.lock_until, m.lock_may_rise
  from customers_v c
  left join tiers_members m on m.customer_id = c.customer_id
  where ${scope('c.customer_id')}
)`;
}
