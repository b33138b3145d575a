import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf, type Clock, type Day } from '@siyu/kernel';
import { CLOCK, CONFIG, type Config } from '@siyu/platform';
import { holdsBack } from './domain/hysteresis';
import { AXES, type Axis } from './domain/settings';
import { thresholdsOf, type Thresholds } from './domain/thresholds';
import { historyDays, type RunWindow } from './domain/windows';
import type { RfmRunRow } from './rfm.entities';
import { RfmPurchasesQueries } from './rfm-purchases.queries';
import { RfmRunsStore } from './rfm-runs.store';
import { RfmScoresStore } from './rfm-scores.store';

/** The work of one run, inside the transaction of whoever calls. */
@Injectable()
export class RfmScoringService {
  constructor(
    private readonly runs: RfmRunsStore,
    private readonly scores: RfmScoresStore,
    private readonly purchases: RfmPurchasesQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Scores every customer with a purchase in the window and ends the run.
   *
   * @returns false when the run was cancelled in the meantime: roll back
   */
  async score(em: EntityManager, run: RfmRunRow, window: RunWindow): Promise<boolean> {
    const { settings } = run;
    await this.scores.prepare(em);
    await this.runs.takeScoringLock(em);
    const sampleCurrency = settings.currency ?? (await this.purchases.sampleCurrency(em));
    await this.scores.gather(em, window, {
      timeZone: this.config.timeZone,
      currency: settings.currency,
      sampleCurrency,
    });
    const gathered = await this.scores.cut(em, settings.scoring);
    const thresholds = Object.fromEntries(
      AXES.map((axis) => [axis, thresholdsOf(axis, settings.scoring[axis], gathered.cuts[axis])]),
    ) as Record<Axis, Thresholds>;
    await this.scores.score(em, run.runId, settings, thresholds, await this.holder(em, run, window.referenceDay));
    await this.scores.attach(em, run.runId);
    await this.scores.summarise(em, run.runId);
    const figures = {
      customers: await this.purchases.customersCount(em),
      currencies:
        gathered.foreign > 0 ? await this.purchases.currencies(em, window) : sampleCurrency ? [sampleCurrency] : [],
      historyDays: historyDays(await this.firstDay(em), window.referenceDay),
      cuts: gathered.cuts,
    };
    return this.runs.finish(em, run.runId, figures, this.clock.now());
  }

  /** The run that holds customers back; null for none. */
  private async holder(em: EntityManager, run: RfmRunRow, referenceDay: Day): Promise<string | null> {
    const before = await this.runs.latestDone(em, run.runId);
    if (!before || before.scoresDroppedAt) return null;
    return holdsBack(before, { settings: run.settings, referenceDay }) ? before.runId : null;
  }

  private async firstDay(em: EntityManager): Promise<Day | null> {
    const first = await this.purchases.firstPurchaseAt(em);
    return first && dayOf(first, this.config.timeZone);
  }
}
