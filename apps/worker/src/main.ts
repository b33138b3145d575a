import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { createLogger, migrate, NestLogger, readConfig, WorkerPool } from '@siyu/platform';
import { schedule } from './schedule';
import { WorkerModule } from './worker.module';

/** Brings the schema up to date, then runs jobs until it is told to stop. */
async function main(): Promise<void> {
  const config = { ...readConfig(), statementTimeoutMs: 0 };
  const logger = createLogger(config.logLevel, 'worker');
  await migrate(config.databaseUrl, join(import.meta.dirname, '../api/migrations'));
  const app = await NestFactory.createApplicationContext(WorkerModule.with({ config, logger }), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  process.on('disconnect', () => void app.close().then(() => process.exit(0)));
  await app.get(WorkerPool).start(schedule(config.timeZone));
  logger.info('taking jobs');
  process.send?.({ type: 'ready' });
}

main().catch((error: unknown) => {
  process.stderr.write(`The worker could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
