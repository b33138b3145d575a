import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { EarningModule } from '../earning/earning.module';
import { LedgerModule } from '../ledger/ledger.module';
import { ProgrammeModule } from '../programme/programme.module';
import { AnnouncementsService } from './announcements.service';
import { CodesController } from './codes.controller';
import { CodesService } from './codes.service';
import { CodesStore } from './codes.store';
import { FulfilmentsService } from './fulfilments.service';
import { MemberRewardsController } from './member-rewards.controller';
import { MemberRewardsQueries } from './member-rewards.queries';
import { OffersService } from './offers.service';
import { RedemptionsController } from './redemptions.controller';
import { RedemptionsExportsService } from './redemptions-exports.service';
import { RedemptionsQueries } from './redemptions.queries';
import { RedemptionsService } from './redemptions.service';
import { RedemptionsStore } from './redemptions.store';
import { RedemptionsTimeline } from './redemptions.timeline';
import { RewardsController } from './rewards.controller';
import { RedemptionRow, RewardCodeRow, RewardRow, RewardStockRow } from './rewards.entities';
import { RewardsQueries } from './rewards.queries';
import { RewardsService } from './rewards.service';
import { RewardsStore } from './rewards.store';
import { ShelvesService } from './shelves.service';
import { StocksService } from './stocks.service';
import { StocksStore } from './stocks.store';
import { MemberTiers } from './tiers.service';

@Module({
  imports: [
    CustomersModule,
    LedgerModule,
    EarningModule,
    ProgrammeModule,
    TypeOrmModule.forFeature([RewardRow, RewardStockRow, RewardCodeRow, RedemptionRow]),
  ],
  controllers: [RewardsController, CodesController, RedemptionsController, MemberRewardsController],
  providers: [
    AnnouncementsService,
    CodesService,
    CodesStore,
    FulfilmentsService,
    MemberRewardsQueries,
    MemberTiers,
    OffersService,
    RedemptionsExportsService,
    RedemptionsQueries,
    RedemptionsService,
    RedemptionsStore,
    RedemptionsTimeline,
    RewardsQueries,
    RewardsService,
    RewardsStore,
    ShelvesService,
    StocksService,
    StocksStore,
  ],
})
export class RewardsModule {}
