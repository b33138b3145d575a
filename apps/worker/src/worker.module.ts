import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, WorkerPool, type PlatformOptions } from '@siyu/platform';

/** Every context whose jobs this process runs. */
const contexts: NonNullable<DynamicModule['imports']> = [];

@Module({ providers: [WorkerPool] })
export class WorkerModule {
  static with(options: PlatformOptions): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.with(options), ...contexts] };
  }
}
