import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config/config';
import { LOGGER } from '../logging/logger.token';
import { APP_ROLE, appRoleFault } from './app-role';
import { Database } from './database';
import { parseBigintsExactly } from './sql';

/** A transaction that idles this long has been forgotten by its process. */
const IDLE_IN_TRANSACTION_MS = 60_000;

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG, LOGGER],
      useFactory: async (config: Config, logger: Logger) => {
        parseBigintsExactly();
        const fault = await appRoleFault(config.databaseUrl);
        if (fault) logger.warn(`append-only tables are unguarded: can't work as ${APP_ROLE}, ${fault}`);
        return {
          type: 'postgres' as const,
          url: fault ? config.databaseUrl : workingAs(APP_ROLE, config.databaseUrl),
          autoLoadEntities: true,
          synchronize: false,
          installExtensions: false,
          poolSize: config.databasePoolSize,
          extra: {
            application_name: 'siyu',
            statement_timeout: config.statementTimeoutMs,
            idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
            keepAlive: true,
          },
        };
      },
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}

/** The address with the role as a setting of each connection, which costs no statement of its own. */
function workingAs(role: string, databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const options = [url.searchParams.get('options'), `-c role=${role}`].filter(Boolean).join(' ');
  url.searchParams.set('options', options);
  return url.href;
}
