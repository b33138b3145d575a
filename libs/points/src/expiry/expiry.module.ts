import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomersModule } from '@siyu/customers';
import { ProgrammeModule } from '../programme/programme.module';
import { CalendarsQueries } from './calendars.queries';
import { ExpiryController } from './expiry.controller';
import { WarningRow } from './expiry.entities';
import { LiabilitiesQueries } from './liabilities.queries';
import { LiabilitiesService } from './liabilities.service';
import { WarningsJobs } from './warnings.jobs';
import { WarningsService } from './warnings.service';
import { WarningsStore } from './warnings.store';

@Module({
  imports: [CustomersModule, ProgrammeModule, TypeOrmModule.forFeature([WarningRow])],
  controllers: [ExpiryController],
  providers: [CalendarsQueries, LiabilitiesQueries, LiabilitiesService, WarningsJobs, WarningsService, WarningsStore],
})
export class ExpiryModule {}
