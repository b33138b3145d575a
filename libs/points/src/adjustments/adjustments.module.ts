import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { LedgerModule } from '../ledger/ledger.module';
import { ProgrammeModule } from '../programme/programme.module';
import { AdjustmentsController } from './adjustments.controller';
import { AdjustmentRow } from './adjustments.entities';
import { AdjustmentsService } from './adjustments.service';
import { AdjustmentsStore } from './adjustments.store';
import { DecisionsService } from './decisions.service';
import { RequestsService } from './requests.service';

@Module({
  imports: [CustomersModule, LedgerModule, ProgrammeModule, TypeOrmModule.forFeature([AdjustmentRow])],
  controllers: [AdjustmentsController],
  providers: [AdjustmentsStore, AdjustmentsService, RequestsService, DecisionsService],
})
export class AdjustmentsModule {}
