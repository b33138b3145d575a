import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { ImportKinds, ImportsModule } from '@siyu/imports';
import { EvaluationModule } from '../evaluation/evaluation.module';
import { LaddersModule } from '../ladders/ladders.module';
import { ValuesModule } from '../values/values.module';
import { OpeningBookingService } from './opening-booking.service';
import { ImportKeyRow } from './openings.entities';
import { tiersImport } from './openings.import';
import { OpeningsJobs } from './openings.jobs';
import { OpeningsService } from './openings.service';
import { OpeningsStore } from './openings.store';

/** Tiers that customers had in other systems. */
@Module({
  imports: [
    CustomersModule,
    ImportsModule,
    LaddersModule,
    EvaluationModule,
    ValuesModule,
    TypeOrmModule.forFeature([ImportKeyRow]),
  ],
  providers: [OpeningsStore, OpeningBookingService, OpeningsService, OpeningsJobs],
})
export class OpeningsModule implements OnModuleInit {
  constructor(
    private readonly importKinds: ImportKinds,
    private readonly openings: OpeningsService,
  ) {}

  onModuleInit(): void {
    this.importKinds.register(tiersImport(this.openings));
  }
}
