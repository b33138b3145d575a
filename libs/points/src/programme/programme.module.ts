import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProgrammeRow } from './programme.entities';
import { ProgrammesController } from './programmes.controller';
import { ProgrammesService } from './programmes.service';
import { ProgrammesStore } from './programmes.store';

@Module({
  imports: [TypeOrmModule.forFeature([ProgrammeRow])],
  controllers: [ProgrammesController],
  providers: [ProgrammesStore, ProgrammesService],
  exports: [ProgrammesService],
})
export class ProgrammeModule {}
