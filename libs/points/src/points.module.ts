import { Module } from '@nestjs/common';
import { AdjustmentsModule } from './adjustments/adjustments.module';
import { EarningModule } from './earning/earning.module';
import { ExpiryModule } from './expiry/expiry.module';
import { LedgerModule } from './ledger/ledger.module';
import { OpeningsModule } from './openings/openings.module';
import { ProgrammeModule } from './programme/programme.module';
import { ProofModule } from './proof/proof.module';
import { RewardsModule } from './rewards/rewards.module';

/** Points: the programme's settings, the ledger, what earns points and what they buy. */
@Module({
  imports: [
    ProgrammeModule,
    LedgerModule,
    AdjustmentsModule,
    ProofModule,
    ExpiryModule,
    OpeningsModule,
    EarningModule,
    RewardsModule,
  ],
  exports: [ProgrammeModule, LedgerModule, EarningModule],
})
export class PointsModule {}
