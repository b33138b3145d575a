import { Module } from '@nestjs/common';
import { LocksStore } from './locks.store';

/** Rows of locks alone: evaluation ends those that are over, and locks stand on evaluation. */
@Module({ providers: [LocksStore], exports: [LocksStore] })
export class LocksStoreModule {}
