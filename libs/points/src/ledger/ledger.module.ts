import { Module } from '@nestjs/common';
import { CustomersModule } from '@siyu/customers';
import { ProgrammeModule } from '../programme/programme.module';
import { AccountsStore } from './accounts.store';
import { ActsController } from './acts.controller';
import { ActsService } from './acts.service';
import { BalancesController } from './balances.controller';
import { BalancesQueries } from './balances.queries';
import { BatchesService } from './batches.service';
import { BooksReader } from './books.reader';
import { EntriesStore } from './entries.store';
import { LedgerService } from './ledger.service';
import { MyPointsController } from './me.controller';
import { ProofsQueries } from './proofs.queries';

@Module({
  imports: [CustomersModule, ProgrammeModule],
  controllers: [ActsController, BalancesController, MyPointsController],
  providers: [
    AccountsStore,
    ActsService,
    BalancesQueries,
    BatchesService,
    BooksReader,
    EntriesStore,
    LedgerService,
    ProofsQueries,
  ],
  exports: [BalancesQueries, LedgerService, ProofsQueries],
})
export class LedgerModule {}
