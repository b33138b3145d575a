import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { newId } from '@siyu/kernel';
import { createLogger, PlatformModule, readConfig } from '@siyu/platform';
import { DuesService, LedgerService, PointsModule } from '@siyu/points';
import type { BenchContext, BenchRow } from '../scenario';

const CHUNK = 20_000;

/** A million lots that end at the same moment, over whatever customers there are, and the job that books their end. */
export async function expiryRows(
  { databaseUrl, quick, log }: BenchContext,
  customerIds: string[],
): Promise<BenchRow[]> {
  const lots = quick ? CHUNK : 1_000_000;
  const config = readConfig({ ...process.env, DATABASE_URL: databaseUrl });

  @Module({ imports: [PlatformModule.with({ config, logger: createLogger('warn', 'worker') }), PointsModule] })
  class ExpiryRoot {}

  const app = await NestFactory.createApplicationContext(ExpiryRoot, { logger: false });
  try {
    log(`granting ${lots} lots`);
    const ledger = app.get(LedgerService);
    // Long enough for all of them to be granted on a slow machine.
    const expiresAt = new Date(Date.now() + (quick ? 15_000 : 180_000));
    for (let from = 0; from < lots; from += CHUNK) {
      await ledger.postAll(
        Array.from({ length: CHUNK }, (_, index) => ({
          kind: 'earn' as const,
          customerId: customerIds[(from + index) % customerIds.length]!,
          key: `bench:${newId()}`,
          points: 10,
          reason: 'bench',
          source: 'bench',
          actor: 'system',
          expiresAt,
        })),
      );
    }
    log('waiting for their end');
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, expiresAt.getTime() - Date.now() + 100)));
    const start = performance.now();
    await app.get(DuesService).settleDue();
    const seconds = (performance.now() - start) / 1000;
    return [
      {
        figure: `expiry of ${lots.toLocaleString('en')} lots`,
        value: Math.round(seconds * 10) / 10,
        unit: 's',
        limit: '< 60',
      },
    ];
  } finally {
    await app.close();
  }
}
