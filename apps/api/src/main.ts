import 'reflect-metadata';
import { join } from 'node:path';
import { createHttpApp, createLogger, migrate, readConfig, serveOpenApi } from '@siyu/platform';
import { type FirstAdministrator, prepareSignIn } from '@siyu/staff';
import { AppModule } from './app.module';

/** Brings the schema up to date, then serves API and console until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger(config.logLevel, 'api');
  await migrate(config.databaseUrl, join(import.meta.dirname, 'migrations'));
  const app = await createHttpApp(AppModule.with({ config, logger }), { logger, webRoot: config.webRoot });
  serveOpenApi(app);
  await prepareSignIn(app, announceFirstAdministrator);
  app.enableShutdownHooks();
  process.on('disconnect', () => void app.close().then(() => process.exit(0)));
  await app.listen({ host: config.host, port: config.port });
  logger.info({ address: await app.getUrl() }, 'listening');
  process.send?.({ type: 'ready', address: await app.getUrl() });
}

/** Tells whoever started this process, once; nothing keeps the password. */
function announceFirstAdministrator(administrator: FirstAdministrator): void {
  if (process.send) process.send({ type: 'first-administrator', ...administrator });
  else if (administrator.password)
    process.stdout.write(`First administrator: ${administrator.email}  password: ${administrator.password}\n`);
  else process.stdout.write(`First administrator: ${administrator.email}, with the password in ADMIN_PASSWORD\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`The API could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
