import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChecksService } from './checks.service';
import { LaddersController } from './ladders.controller';
import { LadderRow, VersionRow } from './ladders.entities';
import { LaddersQueries } from './ladders.queries';
import { LaddersService } from './ladders.service';
import { LaddersStore } from './ladders.store';
import { PopulationsController } from './populations.controller';
import { PopulationsQueries } from './populations.queries';
import { PublicationsController } from './publications.controller';
import { PublicationsService } from './publications.service';
import { VersionsQueries } from './versions.queries';
import { VersionsStore } from './versions.store';

/** Ladders: drafts, versions, publication. */
@Module({
  imports: [TypeOrmModule.forFeature([LadderRow, VersionRow])],
  controllers: [LaddersController, PublicationsController, PopulationsController],
  providers: [
    LaddersStore,
    VersionsStore,
    VersionsQueries,
    LaddersQueries,
    PopulationsQueries,
    ChecksService,
    LaddersService,
    PublicationsService,
  ],
  exports: [VersionsQueries, LaddersService, PublicationsService],
})
export class LaddersModule {}
