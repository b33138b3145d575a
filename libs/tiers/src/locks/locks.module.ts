import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { EvaluationModule } from '../evaluation/evaluation.module';
import { LaddersModule } from '../ladders/ladders.module';
import { CoversService } from './covers.service';
import { LockDecisionsService } from './lock-decisions.service';
import { LockRules } from './lock-rules.service';
import { LocksController } from './locks.controller';
import { LockRow } from './locks.entities';
import { LocksQueries } from './locks.queries';
import { LocksService } from './locks.service';
import { LocksStoreModule } from './locks-store.module';

/** Tiers given by hand until a day. */
@Module({
  imports: [CustomersModule, LaddersModule, EvaluationModule, LocksStoreModule, TypeOrmModule.forFeature([LockRow])],
  controllers: [LocksController],
  providers: [CoversService, LockDecisionsService, LockRules, LocksQueries, LocksService],
})
export class LocksModule {}
