import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { RfmAttemptsService } from './rfm-attempts.service';
import { RfmComparisonsService } from './rfm-comparisons.service';
import { RfmCustomersController } from './rfm-customers.controller';
import { RfmCustomersQueries } from './rfm-customers.queries';
import { RfmExportsService } from './rfm-exports.service';
import { RfmFacets } from './rfm.facets';
import { RfmHistoriesController } from './rfm-histories.controller';
import { RfmHistoriesQueries } from './rfm-histories.queries';
import { RfmMovementsQueries } from './rfm-movements.queries';
import { RfmPurchasesQueries } from './rfm-purchases.queries';
import { RfmRetentionsService } from './rfm-retentions.service';
import { RfmRunsController } from './rfm-runs.controller';
import { RfmRunsJobs } from './rfm-runs.jobs';
import { RfmRunsQueries } from './rfm-runs.queries';
import { RfmRunsService } from './rfm-runs.service';
import { RfmRunsStore } from './rfm-runs.store';
import { RfmScoresStore } from './rfm-scores.store';
import { RfmScoringService } from './rfm-scoring.service';
import { RfmSettingsController } from './rfm-settings.controller';
import { RfmSettingsService } from './rfm-settings.service';
import { RfmSettingsStore } from './rfm-settings.store';
import { RfmSummariesController } from './rfm-summaries.controller';
import { RfmSummariesQueries } from './rfm-summaries.queries';
import { RfmCellRow, RfmRunRow, RfmScoreRow, RfmSettingsRow } from './rfm.entities';

@Module({
  imports: [CustomersModule, TypeOrmModule.forFeature([RfmSettingsRow, RfmRunRow, RfmCellRow, RfmScoreRow])],
  controllers: [
    RfmSettingsController,
    RfmRunsController,
    RfmSummariesController,
    RfmCustomersController,
    RfmHistoriesController,
  ],
  providers: [
    RfmAttemptsService,
    RfmComparisonsService,
    RfmCustomersQueries,
    RfmExportsService,
    RfmFacets,
    RfmHistoriesQueries,
    RfmMovementsQueries,
    RfmPurchasesQueries,
    RfmRetentionsService,
    RfmRunsJobs,
    RfmRunsQueries,
    RfmRunsService,
    RfmRunsStore,
    RfmScoresStore,
    RfmScoringService,
    RfmSettingsService,
    RfmSettingsStore,
    RfmSummariesQueries,
  ],
  exports: [RfmAttemptsService, RfmCustomersQueries, RfmRunsQueries, RfmRunsService, RfmSettingsService],
})
export class SegmentsModule {}
