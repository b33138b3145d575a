import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomerFacets, TimelineSources } from '@siyu/customers';
import { Database } from '@siyu/platform';
import { segmentsOf } from './domain/schemes';
import { RfmHistoriesQueries } from './rfm-histories.queries';
import { RfmRunsStore } from './rfm-runs.store';

/** What RFM adds to the list of customers and to a customer's timeline. */
@Injectable()
export class RfmFacets implements OnModuleInit {
  constructor(
    private readonly facets: CustomerFacets,
    private readonly timelines: TimelineSources,
    private readonly histories: RfmHistoriesQueries,
    private readonly runs: RfmRunsStore,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.facets.register({
      name: 'rfm',
      view: 'segments_rfm_current_v',
      fields: {
        segment: { column: 'segment', type: 'choice', options: () => this.segmentCodes() },
        r: { column: 'r', type: 'number' },
        f: { column: 'f', type: 'number' },
        m: { column: 'm', type: 'number' },
        recencyDays: { column: 'recency_days', type: 'number' },
        frequency: { column: 'frequency', type: 'number' },
        monetaryCents: { column: 'monetary_cents', type: 'number' },
      },
    });
    this.timelines.register({
      kinds: ['rfm'],
      page: (customerId, page) => this.histories.changes(customerId, page),
    });
  }

  /** Segments of the latest run: those that customers can be found by. */
  private async segmentCodes(): Promise<string[]> {
    const run = await this.runs.latestDone(this.database.em);
    return run ? segmentsOf(run.settings.scheme).map(({ code }) => code) : [];
  }
}
