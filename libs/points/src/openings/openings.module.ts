import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { ImportKinds, ImportsModule } from '@siyu/imports';
import { LedgerModule } from '../ledger/ledger.module';
import { ProgrammeModule } from '../programme/programme.module';
import { ImportKeyRow } from './openings.entities';
import { pointsImport } from './openings.import';
import { OpeningsService } from './openings.service';
import { OpeningsStore } from './openings.store';

@Module({
  imports: [CustomersModule, ImportsModule, LedgerModule, ProgrammeModule, TypeOrmModule.forFeature([ImportKeyRow])],
  providers: [OpeningsStore, OpeningsService],
})
export class OpeningsModule implements OnModuleInit {
  constructor(
    private readonly importKinds: ImportKinds,
    private readonly openings: OpeningsService,
  ) {}

  onModuleInit(): void {
    this.importKinds.register(pointsImport(this.openings));
  }
}
