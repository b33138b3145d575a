import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LadderRow, VersionRow } from './ladders.entities';
import { VersionsQueries } from './versions.queries';

/** Ladders: drafts, versions, publication. */
@Module({
  imports: [TypeOrmModule.forFeature([LadderRow, VersionRow])],
  providers: [VersionsQueries],
  exports: [VersionsQueries],
})
export class LaddersModule {}
