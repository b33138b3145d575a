import { Injectable } from '@nestjs/common';
import { timelineAt, type TimelineEntry, type TimelinePage } from '@siyu/customers';
import { DomainError } from '@siyu/kernel';
import { Database, row, rows } from '@siyu/platform';
import { segmentsOf, type SegmentNames } from './domain/schemes';
import type { RfmSettings } from './domain/settings';
import type { RfmCustomerHistory, RfmCustomerScores, RfmStanding } from './rfm-customers.dto';

interface StandingRow extends RfmCustomerScores {
  runId: string;
  computedAt: Date;
  referenceDay: string;
  scheme: RfmSettings['scheme'];
  isLatest: boolean;
}

interface ChangeRow {
  id: string;
  at: string;
  from: string | null;
  to: string | null;
  scheme: RfmSettings['scheme'];
  previousScheme: RfmSettings['scheme'] | null;
}

/** One customer over the runs. */
@Injectable()
export class RfmHistoriesQueries {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `customers.not-found` (not-found) */
  async history(customerId: string): Promise<RfmCustomerHistory> {
    if (!(await row(this.database.em, 'select from customers_v where customer_id = $1', [customerId]))) {
      throw new DomainError('customers.not-found', 'not-found', 'There is no such customer.');
    }
    const found = await rows<StandingRow>(
      this.database.em,
      `select s.run_id as "runId", run.finished_at as "computedAt", run.reference_day::text as "referenceDay",
         s.recency_days as "recencyDays", s.frequency, s.monetary_cents as "monetaryCents", s.r, s.f, s.m, s.segment,
         run.settings -> 'scheme' as scheme,
         s.run_id = (select run_id from segments_rfm_runs where status = 'done' order by run_id desc limit 1) as "isLatest"
       from segments_rfm_scores s join segments_rfm_runs run using (run_id)
       where s.customer_id = $1 order by s.run_id desc`,
      [customerId],
    );
    const history = found.map(standingOf);
    return { current: found[0]?.isLatest ? history[0]! : null, history };
  }

  /** When the customer came into a segment, changed it or lapsed, newest first. */
  async changes(customerId: string, { before, limit }: TimelinePage): Promise<TimelineEntry[]> {
    // The oldest run that is kept says nothing about what was before it, unless it was the first.
    const found = await rows<ChangeRow>(
      this.database.em,
      `with standing as (
         select run.run_id, run.finished_at, run.settings -> 'scheme' as scheme, s.segment,
           lag(s.segment) over w as previous_segment, lag(run.settings -> 'scheme') over w as previous_scheme,
           row_number() over w = 1
             and exists (select from segments_rfm_runs where scores_dropped_at is not null) as is_cut_off
         from segments_rfm_runs run
         left join segments_rfm_scores s on s.run_id = run.run_id and s.customer_id = $1
         where run.status = 'done' and run.scores_dropped_at is null
         window w as (order by run.run_id)
       )
       select run_id as id, ${timelineAt('finished_at')} as at, previous_segment as "from", segment as "to", scheme,
         previous_scheme as "previousScheme"
       from standing
       where segment is distinct from previous_segment and not is_cut_off
         and ($2::timestamptz is null or (finished_at, run_id) < ($2::timestamptz, $3::uuid))
       order by finished_at desc, run_id desc limit $4`,
      [customerId, before?.at ?? null, before?.id ?? null, limit],
    );
    return found.map(({ id, at, from, to, scheme, previousScheme }) => ({
      id,
      kind: 'rfm',
      at,
      data: {
        runId: id,
        from: from === null ? null : { code: from, names: namesOf(previousScheme!, from) },
        to: to === null ? null : { code: to, names: namesOf(scheme, to) },
      },
    }));
  }
}

function standingOf({ computedAt, scheme, isLatest: _, ...standing }: StandingRow): RfmStanding {
  return { ...standing, computedAt: computedAt.toISOString(), names: namesOf(scheme, standing.segment) };
}

function namesOf(scheme: RfmSettings['scheme'], code: string): SegmentNames {
  return segmentsOf(scheme).find((segment) => segment.code === code)!.names;
}
