import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLogger, migrate, NestLogger, PlatformModule, readConfig } from '@siyu/platform';

/** What a command works with: the given contexts on the migrated database, without HTTP and without taking jobs. */
export async function openContexts(contexts: NonNullable<DynamicModule['imports']>): Promise<INestApplicationContext> {
  const config = readConfig();
  const logger = createLogger(process.env.LOG_LEVEL ?? 'warn', 'cli');
  await migrate(config.databaseUrl, migrations());

  @Module({ imports: [PlatformModule.with({ config, logger }), ...contexts] })
  class CommandRoot {}

  return NestFactory.createApplicationContext(CommandRoot, { logger: new NestLogger(logger), abortOnError: false });
}

/** Beside the bundle; beside `src` when it runs from the sources. */
export function migrations(): string {
  const bundled = join(import.meta.dirname, 'migrations');
  return existsSync(bundled) ? bundled : join(import.meta.dirname, '../../migrations');
}
