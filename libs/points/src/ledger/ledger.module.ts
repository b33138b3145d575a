import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { ProgrammeModule } from '../programme/programme.module';
import { AccountsStore } from './accounts.store';
import { ActsController } from './acts.controller';
import { ActsService } from './acts.service';
import { BalancesController } from './balances.controller';
import { BalancesQueries } from './balances.queries';
import { BatchesService } from './batches.service';
import { BooksReader } from './books.reader';
import { DuesJobs } from './dues.jobs';
import { DuesService } from './dues.service';
import { EntriesStore } from './entries.store';
import { EntriesTimeline } from './entries.timeline';
import { AccountRow, AllocationRow, EntryRow, HoldRow, LotRow } from './ledger.entities';
import { LedgerService } from './ledger.service';
import { MyPointsController } from './me.controller';
import { ProofsQueries } from './proofs.queries';
import { LineageRow, TransferRow } from './transfers.entities';
import { TransfersService } from './transfers.service';
import { TransfersStore } from './transfers.store';

@Module({
  imports: [
    CustomersModule,
    ProgrammeModule,
    TypeOrmModule.forFeature([AccountRow, EntryRow, LotRow, AllocationRow, HoldRow, TransferRow, LineageRow]),
  ],
  controllers: [ActsController, BalancesController, MyPointsController],
  providers: [
    AccountsStore,
    ActsService,
    BalancesQueries,
    BatchesService,
    BooksReader,
    DuesJobs,
    DuesService,
    EntriesStore,
    EntriesTimeline,
    LedgerService,
    ProofsQueries,
    TransfersService,
    TransfersStore,
  ],
  exports: [BalancesQueries, LedgerService, ProofsQueries, TransfersService],
})
export class LedgerModule {}
