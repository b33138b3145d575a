import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config/config';
import { Database } from './database';
import { parseBigintsExactly } from './sql';

const API_STATEMENT_TIMEOUT_MS = 30_000;

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
            idle_in_transaction_session_timeout: API_STATEMENT_TIMEOUT_MS,
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
