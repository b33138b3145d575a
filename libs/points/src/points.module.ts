import { Module } from '@nestjs/common';
import { EarningModule } from './earning/earning.module';
import { LedgerModule } from './ledger/ledger.module';
import { ProgrammeModule } from './programme/programme.module';

/** Points: the programme's settings, the ledger, what earns points and what they buy. */
@Module({ imports: [ProgrammeModule, LedgerModule, EarningModule], exports: [ProgrammeModule, LedgerModule] })
export class PointsModule {}
