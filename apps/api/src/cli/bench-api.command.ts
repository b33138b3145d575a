import { Module } from '@nestjs/common';
import { createHttpApp, createLogger, Events, readConfig, type Job } from '@siyu/platform';
import { pointsChanged, type PointsChanged } from '@siyu/points';
import { prepareSignIn } from '@siyu/staff';
import { AppModule } from '../app.module';

/** Nobody does it: only that it is put on the queue is measured. */
const heard: Job<PointsChanged> = { name: 'bench', maxAttempts: 1 };

/** Somebody who wants to know of every change, so that an event costs what it costs in a house where tiers listen. */
@Module({})
class ListenerModule {
  constructor(events: Events) {
    events.subscribe(pointsChanged, heard);
  }
}

/** `bench-api`: the whole API as `npm start` runs it, with a listener to points. Started by `bench`. */
export async function run(): Promise<number> {
  const config = readConfig();
  const logger = createLogger(config.logLevel, 'api');
  const root = AppModule.with({ config, logger });
  const app = await createHttpApp({ ...root, imports: [...root.imports!, ListenerModule] }, { logger, webRoot: null });
  await prepareSignIn(app, () => {});
  await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.({ type: 'ready', address: (await app.getUrl()).replace('[::1]', '127.0.0.1') });
  await new Promise<void>((resolve) => process.once('SIGTERM', resolve));
  await app.close();
  return 0;
}
