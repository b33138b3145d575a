import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@siyu/kernel';
import { rows } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import type { LadderTerms } from '../ladders/domain/ladder';
import { TiersModule } from '../tiers.module';
import { EvaluationService } from './evaluation.service';
import { RunAttemptsService } from './run-attempts.service';
import { RunsService } from './runs.service';

const TERMS: LadderTerms = {
  tiers: [tier('plain', null), tier('silver', 100_000), tier('gold', 500_000)],
  currency: 'CNY',
  rises: { at: 'once' },
  validity: { kind: 'months', months: 12 },
  atEnd: 'one-down',
  graceDays: 15,
  warningDays: [30, 7, 1],
  refunds: 'undo',
  gifts: { skipped: true, once: 'ever', placement: false },
  atStart: { kind: 'keep' },
};

function tier(key: string, atLeast: number | null): LadderTerms['tiers'][number] {
  const criteria = [
    { measure: 'spend' as const, window: { kind: 'rolling' as const, months: 12 }, atLeast: atLeast ?? 0 },
  ];
  return {
    key,
    name: key,
    icon: 'star',
    colour: '#a0b1c2',
    enter: atLeast === null ? null : { match: 'all', criteria },
    keep: null,
    benefits: [],
    replaces: [],
  };
}

describe('evaluation', () => {
  let test: TestApp;
  let now = new Date('2026-03-15T10:00:00+08:00');

  beforeAll(async () => {
    test = await createTestApp({ imports: [TiersModule], clock: { now: () => now } });
    const ladderId = newId();
    await test.asOwner(`insert into tiers_ladders values ($1, '会员', $2, 1, null, now(), now(), null)`, [
      ladderId,
      JSON.stringify(TERMS),
    ]);
    await test.asOwner(
      `insert into tiers_versions (ladder_id, version, ladder_name, terms, effective_from, published_at)
       values ($1, 1, '会员', $2, '2026-01-01T00:00:00+08:00', '2026-01-01T00:00:00+08:00')`,
      [ladderId, JSON.stringify(TERMS)],
    );
  });
  afterAll(() => test.close());

  it('places everybody in the first run, and follows each order after it', async () => {
    const [low, high] = [await customer(), await customer()];
    const order = await pay(high, 150_000, '2026-02-01T10:00:00+08:00');
    const run = await test.app.get(RunsService).request('staff', null);
    await test.app.get(RunAttemptsService).perform(run.runId, new AbortController().signal);
    expect(await moves(low)).toEqual([]);
    expect(await moves(high)).toEqual([['placed', 'plain', 'silver', '2027-03-14']]);
    await pay(high, 400_000, '2026-03-15T09:00:00+08:00');
    await test.app.get(EvaluationService).evaluate([low, high]);
    await test.app.get(EvaluationService).evaluate([low, high]);
    expect((await moves(high)).slice(1)).toEqual([['rose', 'silver', 'gold', '2027-03-14']]);
    await test.asOwner(`update orders set refunded_cents = total_cents where order_id = $1`, [order]);
    await test.app.get(EvaluationService).evaluate([high]);
    expect((await moves(high)).slice(2)).toEqual([['undone', 'gold', 'silver', '2027-03-14']]);
    now = new Date('2027-03-20T10:00:00+08:00');
    await test.app.get(EvaluationService).evaluate([high]);
    expect((await moves(high)).slice(3)).toEqual([['kept', 'silver', 'silver', '2028-03-14']]);
    now = new Date('2028-03-20T10:00:00+08:00');
    await test.app.get(EvaluationService).evaluate([high]);
    now = new Date('2028-03-30T10:00:00+08:00');
    await test.app.get(EvaluationService).evaluate([high]);
    expect((await moves(high)).slice(4)).toEqual([
      ['grace', 'silver', 'silver', '2028-03-14'],
      ['fell', 'silver', 'plain', null],
    ]);
  });

  async function customer(): Promise<string> {
    const id = newId();
    await test.asOwner(
      `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at)
       values ($1, '王芳', '{}', 'test', '2025-01-01', '2025-01-01')`,
      [id],
    );
    return id;
  }

  async function pay(customerId: string, cents: number, at: string): Promise<string> {
    const id = newId();
    await test.asOwner(
      `insert into orders (customer_id, order_id, source, external_id, kind, status, placed_at, paid_at, currency, total_cents,
         refunded_cents, created_at, updated_at)
       values ($1, $2::uuid, 'test', $2::uuid::text, 'sale', 'paid', $3, $3, 'CNY', $4, 0, now(), now())`,
      [customerId, id, at, cents],
    );
    return id;
  }

  async function moves(customerId: string): Promise<unknown[]> {
    const found = await rows<Record<string, string>>(
      test.database.em,
      `select kind, from_key as "from", to_key as "to", valid_until::text as until from tiers_moves
       where customer_id = $1 order by move_no`,
      [customerId],
    );
    return found.map(({ kind, from, to, until }) => [kind, from, to, until]);
  }
});
