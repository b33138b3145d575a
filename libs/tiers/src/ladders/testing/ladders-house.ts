import { setImmediate } from 'node:timers/promises';
import request from 'supertest';
import type { Clock } from '@siyu/kernel';
import { rows } from '@siyu/platform';
import { createTestApp, holding, type TestApp } from '@siyu/platform/testing';
import { LaddersModule } from '../ladders.module';

/** An answer as tests look at it. */
export type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

type Method = 'get' | 'post' | 'put' | 'delete';

export const NOON = new Date('2026-11-22T04:00:00Z');

/** The application with ladders alone, a clock to be set, and somebody who may do everything with ladders. */
export class LaddersHouse {
  private constructor(
    readonly test: TestApp,
    private readonly clock: { now: Date },
  ) {}

  static async open(): Promise<LaddersHouse> {
    const clock = { now: NOON };
    const test = await createTestApp({ imports: [LaddersModule], clock: { now: () => clock.now } satisfies Clock });
    return new LaddersHouse(test, clock);
  }

  get app() {
    return this.test.app;
  }

  get em() {
    return this.test.database.em;
  }

  set now(at: string) {
    this.clock.now = new Date(at);
  }

  close(): Promise<void> {
    return this.test.close();
  }

  /** Noon again, and no ladder anywhere. */
  async clear(): Promise<void> {
    this.clock.now = NOON;
    await this.test.asOwner(
      'truncate tiers_versions, tiers_ladders, tiers_simulations, tiers_members, tiers_value_programmes',
    );
  }

  call(method: Method, path: string, body?: object, who = holding('tiers.read', 'tiers.manage')): request.Test {
    const sent = request(this.test.server)[method](`/api/v1${path}`).set(who);
    return body ? sent.send(body) : sent;
  }

  ladders(method: Method, path: string, body?: object): request.Test {
    return this.call(method, `/tier-ladders${path}`, body);
  }

  async make(source: object = { template: 'spending' }): Promise<Json> {
    return (await this.ladders('post', '', { name: '会员', ...source }).expect(201)).body;
  }

  async publish({ id, revision }: Json, wish: object = {}): Promise<Json> {
    return (await this.ladders('post', `/${id}/publish`, { revision, ...wish }).expect(201)).body;
  }

  save({ id, name, revision }: Json, terms: object): request.Test {
    return this.ladders('put', `/${id}`, { name, revision, terms });
  }

  /**
   * Sends requests that truly meet: what they need is locked until each of them waits for a lock.
   *
   * @param lock a statement that takes the lock
   */
  async meeting(lock: string, requests: (() => request.Test)[]): Promise<request.Response[]> {
    const sent: Promise<request.Response>[] = [];
    await this.test.database.transaction(async (em) => {
      await rows(em, lock);
      let settled = 0;
      const send = async (make: () => request.Test) => {
        try {
          return await make();
        } finally {
          settled += 1;
        }
      };
      sent.push(...requests.map(send));
      while ((await this.waiting()) + settled < requests.length) await setImmediate();
    });
    return Promise.all(sent);
  }

  private async waiting(): Promise<number> {
    const found = await this.test.asOwner<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return found[0]!.waiting;
  }
}

/** Terms with something else in one of their tiers. */
export function withTier({ terms }: Json, rank: number, change: object): Json {
  return {
    ...terms,
    tiers: terms.tiers.map((tier: object, at: number) => (at === rank ? { ...tier, ...change } : tier)),
  };
}
