import { Injectable } from '@nestjs/common';
import { Database, rows } from '@siyu/platform';
import { segmentsOf } from './domain/schemes';
import { binsOf } from './domain/settings';
import { warningsOf } from './domain/windows';
import type { RfmCellRow } from './rfm.entities';
import { runView } from './rfm-runs.dto';
import { RfmRunsQueries } from './rfm-runs.queries';
import type { RfmFigures, RfmSummary } from './rfm-summaries.dto';

type Cell = Omit<RfmCellRow, 'runId'>;

@Injectable()
export class RfmSummariesQueries {
  constructor(
    private readonly database: Database,
    private readonly runs: RfmRunsQueries,
  ) {}

  /** The numbers of a run by segment and by R and F; kept as long as the run itself. */
  async summary(runId?: string): Promise<RfmSummary> {
    const run = await this.runs.done(runId);
    const cells = await this.cells(run.runId);
    const whole = figuresOf(cells);
    const shared = (own: Cell[]) => shareOf(figuresOf(own), whole);
    const bins = {
      r: binsOf(run.settings.scoring.recency),
      f: binsOf(run.settings.scoring.frequency),
      m: binsOf(run.settings.scoring.monetary),
    };
    const currencies = run.currencies ?? [];
    return {
      run: runView(run),
      computedAt: run.finishedAt!.toISOString(),
      customersCount: run.customersCount!,
      inactiveCount: Math.max(0, run.customersCount! - whole.customers),
      currencies,
      whole,
      averageScores: averageScores(cells, whole.customers),
      segments: segmentsOf(run.settings.scheme).map((segment) => ({
        ...segment,
        ...shared(cells.filter((cell) => cell.segment === segment.code)),
      })),
      bins,
      grid: [...Array(bins.r).keys()].flatMap((r) =>
        [...Array(bins.f).keys()].map((f) => ({
          r: r + 1,
          f: f + 1,
          ...shared(cells.filter((cell) => cell.r === r + 1 && cell.f === f + 1)),
        })),
      ),
      warnings: warningsOf({ scored: whole.customers, historyDays: run.historyDays!, currencies }),
    };
  }

  private async cells(runId: string): Promise<Cell[]> {
    return rows<Cell>(
      this.database.em,
      `select r, f, m, segment, customers_count as "customersCount", recency_days_sum as "recencyDaysSum",
         orders_count as "ordersCount", net_cents as "netCents"
       from segments_rfm_cells where run_id = $1`,
      [runId],
    );
  }
}

function figuresOf(cells: Cell[]): RfmFigures {
  const sum = (key: 'customersCount' | 'recencyDaysSum' | 'ordersCount' | 'netCents') =>
    cells.reduce((total, cell) => total + cell[key], 0);
  const customers = sum('customersCount');
  const average = (total: number) => (customers === 0 ? null : total / customers);
  const netCents = sum('netCents');
  return {
    customers,
    orders: sum('ordersCount'),
    netCents,
    averageNetCents: customers === 0 ? null : Math.round(netCents / customers),
    averageOrders: average(sum('ordersCount')),
    averageRecencyDays: average(sum('recencyDaysSum')),
  };
}

/** Shares of a whole that is zero or negative say nothing: null. */
function shareOf(own: RfmFigures, whole: RfmFigures) {
  const share = (part: number, total: number) => (total > 0 ? part / total : null);
  return {
    ...own,
    customersShare: share(own.customers, whole.customers),
    netShare: share(own.netCents, whole.netCents),
  };
}

function averageScores(cells: Cell[], customers: number) {
  if (customers === 0) return null;
  const average = (score: 'r' | 'f' | 'm') =>
    cells.reduce((total, cell) => total + cell[score] * cell.customersCount, 0) / customers;
  return { r: average('r'), f: average('f'), m: average('m') };
}
