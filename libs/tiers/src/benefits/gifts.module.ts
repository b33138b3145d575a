import { Module } from '@nestjs/common';
import { GiftsStore } from './gifts.store';

/** Gifts come into being where customers move, which benefits themselves look at: hence a module below both. */
@Module({ providers: [GiftsStore], exports: [GiftsStore] })
export class GiftsModule {}
