import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config/config';
import { Database } from './database';
import { parseBigintsExactly } from './sql';

/** A transaction that idles this long has been forgotten by its process. */
const IDLE_IN_TRANSACTION_MS = 60_000;

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => {
        parseBigintsExactly();
        return {
          type: 'postgres' as const,
          url: config.databaseUrl,
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
