import { keepingOf, type LadderTerms, type LadderVersion, type Validity } from '../ladders/domain/ladder';
import { figuresOf } from './domain/figures';
import { beginOfPeriod, enterReckoning, type Reckoning } from './domain/periods';
import { anniversarySql, commonFigures, joinsOf, ownFigures, valuesSql, type Counting } from './figures.sql';
import { Parameters } from './parameters';
import { atRankSql, highestSql, thresholdSql } from './thresholds.sql';
import { ranksOf, scopeOf, subjectCte, type Whom } from './subjects.sql';
import type { MoveKind } from './domain/moves';
import { dayOf, type Day } from '@siyu/kernel';

/*
 * The next step of many customers, as decision 12 tells it: one statement decides, books and tells what it did. It is put
 * together for one version of one ladder; only figures that the version asks for are counted.
 *
 * Who looks at the same customer at the same moment: each step says which move of hers it saw last (`move_no`), and the one
 * who comes second books nothing and looks again.
 */

/** What a look at customers is about. */
export interface Look {
  version: LadderVersion;
  whom: Whom;
  now: Date;
  timeZone: string;
  /** The very first evaluation: whoever stands higher is placed there. */
  isPlacement: boolean;
}

/** What each step did. `own` ranks are in terms of the version that decided. */
export interface StepRow {
  customerId: string;
  /** Null: she stands by the version in force now, with nothing else changed. */
  kind: MoveKind | null;
  moveNo: number;
  from: string;
  to: string;
  fromRank: number;
  toRank: number;
  at: Date;
  /** False when somebody else was faster: look again. */
  written: boolean;
}

export function stepsStatement(look: Look): { text: string; values: unknown[] } {
  const frame = frameOf(look);
  return frame.params
    .statement(`with ${[...frame.ctes, decidedCte(look, frame), writtenCte(frame), restampedCte(frame), movedCte(frame)].join(',\n')}
select d.customer_id as "customerId", d.kind, d.move_no + 1 as "moveNo", ${frame.ranks.key('d.eff_rank')} as "from",
  ${frame.ranks.key('d.new_eff_rank')} as "to", d.own_rank as "fromRank", d.new_rank as "toRank", d.at,
  m.customer_id is not null as written
from decided d left join moved m on m.customer_id = d.customer_id
`);
}

/** What the pieces of the statement share. */
export interface Frame {
  params: Parameters;
  counting: Counting;
  ranks: ReturnType<typeof ranksOf>;
  enter: Reckoning;
  today: Day;
  place: { today: string; now: string; zone: string; ladderId: string; version: string };
  ctes: string[];
}

/** The customers, and their figures by the three reckonings. */
export function frameOf(look: Look, keepFor: 'due' | 'all' = 'due'): Frame {
  const { version, whom, now, timeZone } = look;
  const { terms } = version;
  const params = new Parameters();
  const counting = { figures: figuresOf(terms), currency: terms.currency, timeZone, params };
  const [today, enter] = [dayOf(now, timeZone), enterReckoning(terms.rises, now, timeZone)];
  const place = {
    today: params.add(today, 'date'),
    now: params.add(now, 'timestamptz'),
    zone: params.add(timeZone, 'text'),
    ladderId: params.add(version.ladderId, 'uuid'),
    version: params.add(version.version, 'integer'),
  };
  const [scope, ranks] = [scopeOf(whom, params), ranksOf(terms, params)];
  const due = keepFor === 'all' ? 's.valid_until' : `case when s.valid_until < ${place.today} then s.valid_until end`;
  const ctes = [
    subjectCte(scope, ranks, place.zone, keepFor === 'all' || asksMemberDay(terms)),
    ...commonFigures(counting, 'enter', enter, scope),
    ...ownFigures(counting, 'keep', due, `s.valid_until + ${terms.graceDays + 1}`),
    ...(terms.refunds === 'undo'
      ? ownFigures(counting, 'rise', 's.rose_on', `${params.add(enter.asOf, 'date')} + 1`)
      : []),
  ];
  return { params, counting, ranks, enter, today, place, ctes };
}

/** Of each customer the first step that applies; those to whom none applies are left out. */
function decidedCte({ version, isPlacement, timeZone }: Look, frame: Frame): string {
  const { terms } = version;
  const { counting, params, place, ranks, enter } = frame;
  const mayUndo = terms.refunds === 'undo';
  const effective = params.add(dayOf(version.effectiveFrom, timeZone), 'date');
  const highest = (met: (rank: number) => string, below?: string) => highestSql(terms.tiers.length, met, below);
  const entering = (name: string) => (rank: number) => thresholdSql(terms.tiers[rank]!.enter, name);
  const keeping = (name: string) => (rank: number) => thresholdSql(keepingOf(terms.tiers[rank]!), name);
  const either = (name: string) => (rank: number) => `(${keeping(name)(rank)} or ${entering(name)(rank)})`;
  const ends = (from: string) => validUntilSql(terms.validity, from);
  const start = (day: string) => `(${day})::timestamp at time zone ${place.zone}`;
  const reevaluates = terms.atStart.kind === 're-evaluate';
  const restRank = reevaluates
    ? `least(s.own_rank, greatest(${highest(entering('enter'))}, ${highest(keeping('enter'), 's.own_rank + 1')}))`
    : 's.own_rank';
  const [risesOn, riseAt] = riseBegins();
  const grandfather = terms.atStart.kind === 're-evaluate' ? terms.atStart.grandfatherUntil : null;
  const held = grandfather === null ? null : params.add(grandfather, 'date');
  const afterEnd = 's.valid_until + 1';
  const afterGrace = `s.valid_until + ${terms.graceDays + 1}`;
  /** The day on which validity begins, and the instant. By the end of a period: what would be over by now begins today. */
  function riseBegins(): [string, string] {
    if (terms.rises.at === 'once') return [place.today, place.now];
    const begin = params.add(beginOfPeriod(terms.rises.period, frame.today), 'date');
    const isOver = `${ends(begin)} < ${place.today}`;
    return [
      `(case when ${isOver} then ${place.today} else ${begin} end)`,
      `case when ${isOver} then ${place.now} else ${start(begin)} end`,
    ];
  }
  return `judged as (
  select s.*, ${ranks.of('s.tier_key')} as eff_rank,
    ${highest(entering('enter'))} as earned,
    s.lock_until < ${place.today} as lock_is_over,
    s.has_row and (s.ladder_id, s.version) <> (${place.ladderId}, ${place.version}) as is_stale,
    s.own_rank > 0 and s.valid_until < ${place.today} as is_due,
    case when s.own_rank > 0 and s.valid_until < ${place.today} then ${terms.atEnd === 'keep' ? 'true' : atRankSql(terms.tiers.length, keeping('keep'))} end as is_kept,
    ${terms.atEnd === 'one-down' ? 's.own_rank - 1' : highest(either('keep'), 's.own_rank')} as fall_rank,
    ${mayUndo ? `s.rose_on is not null and coalesce(s.valid_until >= ${place.today}, true) and not ${atRankSql(terms.tiers.length, entering('rise'))}` : 'false'} as is_undone,
    ${mayUndo ? `greatest(s.rose_from_rank, ${highest(entering('rise'), 's.own_rank')})` : '0'} as undo_rank,
    case when s.has_row and (s.ladder_id, s.version) <> (${place.ladderId}, ${place.version}) then ${restRank} end as rest_rank,
    ${valuesSql(counting, 'enter')} as enter_values, ${valuesSql(counting, 'keep')} as keep_values,
    ${mayUndo ? valuesSql(counting, 'rise') : `'{}'::jsonb`} as rise_values
  from subject s
  ${['enter', 'keep', ...(mayUndo ? ['rise'] : [])].map((name) => joinsOf(counting, name)).join('\n  ')}
), chosen as (
  select s.*, case
      when s.lock_is_over then 'lock-ended'
      when s.is_stale then 'restated'
      when s.is_due and s.is_kept then 'kept'
      when s.is_due and ${place.today} >= ${afterGrace} then 'fell'
      when s.is_due and not s.in_grace then 'grace'
      when s.is_undone then 'undone'
      when s.earned > s.own_rank then '${isPlacement ? 'placed' : 'rose'}'
    end as step
  from judged s
), stepped as (
  select s.*,
    case s.step
      when 'restated' then ${held === null ? 's.rest_rank' : 's.own_rank'}
      when 'fell' then s.fall_rank
      when 'undone' then s.undo_rank
      when 'rose' then s.earned
      when 'placed' then s.earned
      else s.own_rank end as new_rank,
    case s.step when 'rose' then ${riseAt} when 'placed' then ${riseAt} when 'kept' then ${start(afterEnd)}
      when 'fell' then ${start(afterGrace)} when 'grace' then ${start(afterEnd)}
      when 'lock-ended' then ${start('s.lock_until + 1')} when 'restated' then ${params.add(version.effectiveFrom, 'timestamptz')}
      else ${place.now} end as counts_from
  from chosen s
  where s.step is not null
), ended as (
  select s.*,
    case when s.step = 'lock-ended' then s.valid_until when s.new_rank = 0 then null else case s.step
      when 'restated' then case
        ${held === null ? '' : `when s.rest_rank < s.own_rank then ${held}`}
        when s.new_rank < s.own_rank then ${ends(effective)}
        else ${terms.validity.kind === 'unlimited' ? 'null::date' : `coalesce(s.valid_until, ${ends(effective)})`} end
      when 'kept' then ${ends(`(${afterEnd})`)}
      when 'fell' then ${ends(`(${afterGrace})`)}
      when 'undone' then case when s.new_rank = s.rose_from_rank then s.rose_from_until else s.valid_until end
      when 'rose' then ${ends(risesOn)}
      when 'placed' then ${ends(risesOn)}
      else s.valid_until end end as new_until,
    case when s.step = 'lock-ended' or s.lock_id is null then s.new_rank
      when s.lock_may_rise then greatest(s.lock_rank, s.new_rank) else s.lock_rank end as new_eff_rank,
    -- nothing counts from before what it follows, nor from before the version that decides is in force
    greatest(s.counts_from, case when s.step <> 'lock-ended' then ${params.add(version.effectiveFrom, 'timestamptz')} end, case when s.has_row then (
      select m.at from tiers_moves m where m.customer_id = s.customer_id and m.move_no = s.move_no) end) as at,
    -- the end of a lock leaves to the next step what another version makes of her
    case when s.step = 'lock-ended' then s.own_key else ${ranks.key('s.new_rank')} end as new_own_key,
    case when s.step = 'lock-ended' then s.ladder_id else ${place.ladderId} end as new_ladder_id,
    case when s.step = 'lock-ended' then s.version else ${place.version} end as new_version
  from stepped s
), decided as materialized (
  select s.*,
    case when s.step <> 'restated' or s.new_rank <> s.own_rank or s.new_own_key <> s.own_key
      or ${ranks.key('s.new_eff_rank')} <> s.tier_key or s.new_until is distinct from s.valid_until then s.step end as kind,
    case s.step when 'kept' then jsonb_build_object('asOf', s.valid_until, 'until', ${start(afterGrace)}, 'values', s.keep_values)
      when 'grace' then jsonb_build_object('asOf', s.valid_until, 'until', ${start(afterGrace)}, 'values', s.keep_values)
      when 'fell' then jsonb_build_object('asOf', s.valid_until, 'until', ${start(afterGrace)}, 'values', s.keep_values)
      when 'undone' then jsonb_build_object('asOf', s.rose_on, 'until', ${params.add(enter.until, 'timestamptz')}, 'values', s.rise_values)
      when 'lock-ended' then null
      else jsonb_build_object('asOf', ${params.add(enter.asOf, 'date')}, 'until', ${params.add(enter.until, 'timestamptz')}, 'values', s.enter_values) end as figures
  from ended s
)`;
}

/**
 * What a rise leaves behind, so that a refund can undo it. Grace and the end of a lock leave it, and so does what undoes it in
 * part; every other step forgets it.
 */
function writtenCte({ ranks, params, enter }: Frame): string {
  const rose = `d.step = 'rose'`;
  const stays = `d.step in ('grace', 'lock-ended') or d.step = 'undone' and d.new_rank <> d.rose_from_rank`;
  const remembered = (risen: string, column: string) =>
    `case when ${rose} then ${risen} when ${stays} then d.${column} end`;
  const lock = (column: string) => `case when d.step = 'lock-ended' then null else d.${column} end`;
  return `written as (
  insert into tiers_members as t (customer_id, tier_key, since, own_key, ladder_id, version, own_since, valid_until, in_grace,
    rose_on, rose_from, rose_from_until, lock_id, lock_key, lock_until, lock_may_rise, move_no)
  select d.customer_id, ${ranks.key('d.new_eff_rank')},
    case when d.new_eff_rank = d.eff_rank then coalesce(d.since, d.at) else d.at end,
    d.new_own_key, d.new_ladder_id, d.new_version,
    case when d.new_rank = d.own_rank then coalesce(d.own_since, d.at) else d.at end, d.new_until,
    case d.step when 'grace' then true when 'lock-ended' then d.in_grace
      when 'restated' then d.in_grace and d.new_until is not distinct from d.valid_until else false end,
    ${remembered(params.add(enter.asOf, 'date'), 'rose_on')}, ${remembered(`coalesce(d.own_key, ${ranks.key('0')})`, 'rose_from')},
    ${remembered('d.valid_until', 'rose_from_until')},
    ${lock('lock_id')}, ${lock('lock_key')}, ${lock('lock_until')}, ${lock('lock_may_rise')}, d.move_no + 1
  from decided d
  where d.kind is not null
  order by d.customer_id
  on conflict (customer_id) do update set tier_key = excluded.tier_key, since = excluded.since, own_key = excluded.own_key,
    ladder_id = excluded.ladder_id, version = excluded.version, own_since = excluded.own_since,
    valid_until = excluded.valid_until, in_grace = excluded.in_grace, rose_on = excluded.rose_on,
    rose_from = excluded.rose_from, rose_from_until = excluded.rose_from_until, lock_id = excluded.lock_id,
    lock_key = excluded.lock_key, lock_until = excluded.lock_until, lock_may_rise = excluded.lock_may_rise,
    move_no = excluded.move_no
  where t.move_no = excluded.move_no - 1
  returning t.customer_id, t.move_no
)`;
}

/** Who only stands by a newer version now, with nothing else changed: no move is told of that. */
function restampedCte({ place }: Frame): string {
  return `restamped as (
  update tiers_members t set ladder_id = ${place.ladderId}, version = ${place.version}, rose_on = null, rose_from = null,
    rose_from_until = null
  from decided d
  where d.kind is null and t.customer_id = d.customer_id and t.move_no = d.move_no
)`;
}

function movedCte({ ranks, place }: Frame): string {
  return `moved as (
  insert into tiers_moves (customer_id, move_no, kind, at, recorded_at, from_key, to_key, own_from_key, own_to_key, ladder_id,
    version, valid_until, figures, reason, actor)
  select d.customer_id, w.move_no, d.kind, d.at, ${place.now}, coalesce(d.tier_key, ${ranks.key('0')}),
    ${ranks.key('d.new_eff_rank')}, coalesce(d.own_key, ${ranks.key('0')}), d.new_own_key, d.new_ladder_id,
    d.new_version, d.new_until, d.figures, null, 'system'
  from decided d join written w on w.customer_id = d.customer_id
  returning customer_id
)`;
}

/** The last day of a validity that begins on a day, which is an expression. The same in words: `validUntil`. */
function validUntilSql(validity: Validity, from: string): string {
  switch (validity.kind) {
    case 'unlimited':
      return 'null::date';
    case 'months':
      return `((${from} + interval '${Math.trunc(validity.months)} months')::date - 1)`;
    case 'calendar-year':
      return `make_date((extract(year from ${from}))::integer + ${Math.trunc(validity.more)}, 12, 31)`;
    case 'membership-year':
      return `(${anniversarySql('s.member_day', from, 1 + Math.trunc(validity.more))} - 1)`;
  }
}

function asksMemberDay(terms: LadderTerms): boolean {
  const isPersonal = ({ kind }: { kind: string }) => kind === 'membership-year';
  return isPersonal(terms.validity) || figuresOf(terms).some(({ window }) => isPersonal(window));
}
