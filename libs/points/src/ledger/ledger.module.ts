import { Module } from '@nestjs/common';
import { CustomersModule } from '@siyu/customers';
import { ProgrammeModule } from '../programme/programme.module';
import { AccountsStore } from './accounts.store';
import { ActsService } from './acts.service';
import { BooksReader } from './books.reader';
import { EntriesStore } from './entries.store';
import { LedgerService } from './ledger.service';
import { ProofsQueries } from './proofs.queries';

@Module({
  imports: [CustomersModule, ProgrammeModule],
  providers: [AccountsStore, ActsService, BooksReader, EntriesStore, LedgerService, ProofsQueries],
  exports: [LedgerService],
})
export class LedgerModule {}
