import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../programme/programme.module';
import { LedgerService } from './ledger.service';

@Module({ imports: [ProgrammeModule], providers: [LedgerService], exports: [LedgerService] })
export class LedgerModule {}
