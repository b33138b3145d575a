/*
 * What somebody who knows PostgreSQL writes for one shop and one set of settings, the defaults: a year's window, quintiles,
 * ties in the lower bin, the eight names by average score. No library, no history but the run before; one pass over the
 * orders, one table, its primary key.
 */

/** $1 reference day, $2 first instant, $3 first instant no longer counted, $4 run id to write into the rows. */
const SCORED = (scores: string, previous: string) => `
  create table bench_rfm_by_hand as
  with bought as (
    select customer_id, $1::date - (max(paid_at) filter (where is_purchase) at time zone 'Asia/Shanghai')::date as recency_days,
      (count(*) filter (where is_purchase))::integer as frequency, sum(net_cents)::bigint as monetary_cents
    from orders_purchases_v
    where paid_at >= $2::timestamptz and paid_at < $3::timestamptz
    group by customer_id
    having count(*) filter (where is_purchase) > 0
  ), cut as (
    select percentile_cont(array[0.2, 0.4, 0.6, 0.8]) within group (order by recency_days) as r,
      percentile_cont(array[0.2, 0.4, 0.6, 0.8]) within group (order by frequency) as f,
      percentile_cont(array[0.2, 0.4, 0.6, 0.8]) within group (order by monetary_cents) as m
    from bought
  ), scored as (
    select b.customer_id, b.recency_days, b.frequency, b.monetary_cents, ${scores}
    from bought b cross join cut ${previous}
  ), average as (
    select avg(r) as r, avg(f) as f, avg(m) as m from scored
  )
  select s.customer_id, $4::uuid as run_id, s.recency_days, s.frequency, s.monetary_cents, s.r, s.f, s.m,
    case when s.m >= a.m
      then case when s.r >= a.r then case when s.f >= a.f then 'important-value' else 'important-growth' end
        else case when s.f >= a.f then 'important-keep' else 'important-win-back' end end
      else case when s.r >= a.r then case when s.f >= a.f then 'general-value' else 'general-growth' end
        else case when s.f >= a.f then 'general-keep' else 'general-win-back' end end
    end as segment
  from scored s cross join average a`;

const passed = (measure: string, cut: string) =>
  [1, 2, 3, 4].map((place) => `(b.${measure} > cut.${cut}[${place}])::integer`).join(' + ');
const R = `5 - (${passed('recency_days', 'r')})`;
const F = `1 + ${passed('frequency', 'f')}`;
const M = `1 + ${passed('monetary_cents', 'm')}`;

export const FIRST_RUN = SCORED(`(${R})::smallint as r, (${F})::smallint as f, (${M})::smallint as m`, '');

/** Keeps the score of the run before ($5) while the value is within 5 percent of that score's bounds. */
const held = (measure: string, score: string, place: string, fresh: string) => {
  const edge = (sign: string, at: string) => `cut.${score}[${at}] ${sign} abs(cut.${score}[${at}]) * 5 / 100`;
  return `case when (${place} = 1 or b.${measure} >= ${edge('-', `${place} - 1`)})
      and (${place} = 5 or b.${measure} <= ${edge('+', place)}) then p.${score} else (${fresh})::smallint end as ${score}`;
};

export const NEXT_RUN = SCORED(
  [
    held('recency_days', 'r', '(6 - p.r)', R),
    held('frequency', 'f', 'p.f', F),
    held('monetary_cents', 'm', 'p.m', M),
  ].join(', '),
  'left join segments_rfm_scores p on p.customer_id = b.customer_id and p.run_id = $5::uuid',
);

export const PRIMARY_KEY = 'alter table bench_rfm_by_hand add primary key (customer_id, run_id)';

/** Rows that only one of the two tables has; $1 is the run. */
export const DIFFERENCE = `
  select (select count(*) from (table bench_rfm_by_hand except all select * from segments_rfm_scores where run_id = $1) hand)
    + (select count(*) from (select * from segments_rfm_scores where run_id = $1 except all table bench_rfm_by_hand) ours)
    as differing`;
