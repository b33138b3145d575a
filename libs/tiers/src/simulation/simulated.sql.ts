import { keepingOf, type LadderTerms } from '../ladders/domain/ladder';
import { joinsOf, valuesSql } from '../evaluation/figures.sql';
import { frameOf } from '../evaluation/steps.sql';
import { ranksOf, scopeOf } from '../evaluation/subjects.sql';
import { highestSql, thresholdSql } from '../evaluation/thresholds.sql';
import type { Slice } from '../evaluation/slices';

/** What is tried on whom. */
export interface Trial {
  simulationId: string;
  draft: LadderTerms;
  base: LadderTerms | null;
  slice: Slice;
  now: Date;
  /** From here on awards count into the costs of multipliers. */
  since: Date;
  timeZone: string;
}

/**
 * Where the customers of a slice would stand by the draft. Those who would stand elsewhere than they do are written into the
 * simulation's part; told is how many go from where to where.
 */
export function simulatedStatement(trial: Trial): { text: string; values: unknown[] } {
  const { draft, base, slice, now, timeZone } = trial;
  const version = {
    ladderId: trial.simulationId,
    version: 0,
    ladderName: '',
    terms: draft,
    effectiveFrom: now,
    publishedAt: now,
  };
  const frame = frameOf({ version, whom: slice, now, timeZone, isPlacement: false });
  const { params, ranks, counting, place } = frame;
  const baseRanks = base && ranksOf(base, params);
  // Where she stands is told in words of the version in force, which those of an earlier one are translated into.
  const from = baseRanks ? baseRanks.key(baseRanks.of('s.tier_key')) : 'null::text';
  const lowest = base ? ranks.of(params.add(base.tiers[0]!.key, 'text')) : '0';
  const entering = highestSql(draft.tiers.length, (rank) => thresholdSql(draft.tiers[rank]!.enter, 'enter'));
  const keeping = highestSql(
    draft.tiers.length,
    (rank) => thresholdSql(keepingOf(draft.tiers[rank]!), 'enter'),
    's.own_rank + 1',
  );
  return params.statement(`with ${frame.ctes.join(',\n')}, judged as (
  select s.customer_id, ${from} as from_key, case when s.has_row then ${ranks.of('s.tier_key')} else ${lowest} end as from_rank,
    greatest(${entering}, ${keeping}) as own_to, s.lock_until >= ${place.today} as is_locked, s.lock_rank, s.lock_may_rise,
    ${valuesSql(counting, 'enter')} as figures
  from subject s
  ${joinsOf(counting, 'enter')}
), placed as (
  select customer_id, from_key, from_rank, figures,
    case when not coalesce(is_locked, false) then own_to when lock_may_rise then greatest(lock_rank, own_to) else lock_rank end as to_rank
  from judged
), listed as (
  insert into tiers_simulated (customer_id, simulation_id, from_key, to_key, direction, figures)
  select customer_id, ${params.add(trial.simulationId, 'uuid')}, coalesce(from_key, ${ranks.key('0')}), ${ranks.key('to_rank')},
    case when to_rank > from_rank then 'up' else 'down' end, figures
  from placed where to_rank <> from_rank
  order by customer_id
), awarded as (
  select a.customer_id, sum(a.points)::bigint as points
  from points_order_awards_v a
  where ${scopeOf(slice, params)('a.customer_id')} and a.awarded_at >= ${params.add(trial.since, 'timestamptz')}
  group by a.customer_id
)
select p.from_key as "from", ${ranks.key('p.to_rank')} as "to", count(*) as customers, coalesce(sum(a.points), 0)::bigint as points
from placed p left join awarded a on a.customer_id = p.customer_id
group by p.from_key, p.to_rank`);
}
