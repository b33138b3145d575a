import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { LedgerModule } from '../ledger/ledger.module';
import { ProvingService } from './proving.service';
import { QueuedProofsService } from './queued-proofs.service';
import { SealsStore } from './seals.store';
import { VerificationsController } from './verifications.controller';
import { AnchorRow, SealRow, VerificationRow } from './verifications.entities';
import { VerificationsJobs } from './verifications.jobs';
import { VerificationsService } from './verifications.service';
import { VerificationsStore } from './verifications.store';

@Module({
  imports: [CustomersModule, LedgerModule, TypeOrmModule.forFeature([VerificationRow, AnchorRow, SealRow])],
  controllers: [VerificationsController],
  providers: [
    VerificationsStore,
    SealsStore,
    ProvingService,
    QueuedProofsService,
    VerificationsService,
    VerificationsJobs,
  ],
})
export class ProofModule {}
