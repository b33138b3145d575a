import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplyingService } from './applying.service';
import { ErrorsStore } from './errors.store';
import { ExportsService } from './exports.service';
import { FilesService } from './files.service';
import { FilesStore } from './files.store';
import { ImportKinds } from './import-kinds';
import { ImportLimits } from './import-limits';
import { ImportsController } from './imports.controller';
import {
  ImportEntity,
  ImportErrorEntity,
  ImportFileChunkEntity,
  ImportFileEntity,
  ImportRowEntity,
} from './imports.entities';
import { ImportsJobs, ImportsSweep } from './imports.jobs';
import { ImportsQueries } from './imports.queries';
import { ImportsService } from './imports.service';
import { ImportsStore } from './imports.store';
import { IntakeService } from './intake.service';
import { MappingsService } from './mappings.service';
import { ReadingService } from './reading.service';
import { RunsStore } from './runs.store';
import { RunsService } from './runs.service';
import { StagingStore } from './staging.store';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ImportEntity,
      ImportErrorEntity,
      ImportFileChunkEntity,
      ImportFileEntity,
      ImportRowEntity,
    ]),
  ],
  controllers: [ImportsController],
  providers: [
    ImportKinds,
    ImportLimits,
    FilesStore,
    FilesService,
    ImportsStore,
    RunsStore,
    ErrorsStore,
    StagingStore,
    ImportsQueries,
    MappingsService,
    ReadingService,
    ApplyingService,
    RunsService,
    ImportsService,
    IntakeService,
    ExportsService,
    ImportsSweep,
    ImportsJobs,
  ],
  exports: [ImportKinds, ImportLimits, ImportsQueries, IntakeService, FilesService, RunsService],
})
export class ImportsModule {}
