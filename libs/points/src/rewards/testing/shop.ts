import request from 'supertest';
import { newId } from '@siyu/kernel';
import { affected, defineJob, Events, JobHandlers, row, rows, type Job } from '@siyu/platform';
import { asMember, createTestApp, holding, type TestApp } from '@siyu/platform/testing';
import type { Act } from '../../ledger/domain/acts';
import { INVARIANTS, type Invariant } from '../../ledger/invariants.sql';
import { ProofsQueries, type Drift } from '../../ledger/proofs.queries';
import { LedgerService, posted } from '../../ledger/ledger.service';
import { RewardsModule } from '../rewards.module';

/** Staff who keep the shelf, staff who serve customers, staff who pack parcels, and who may only look. */
export const keeper = holding('points.read', 'points.rewards');
export const server = holding('points.read', 'points.write');
export const packer = holding('points.read', 'points.fulfil');
export const looker = holding('points.read');

export const address = { name: '王小明', phone: '13800138000', region: '上海市徐汇区', detail: '漕溪北路 1 号 2 室' };

type Method = 'get' | 'post' | 'patch';
type Header = { authorization: string };

/** A test app with rewards, and short words for what its customers and staff do. */
export interface Shop extends TestApp {
  now: { at: Date };
  call(method: Method, path: string, who: Header): request.Test;
  read<Row>(sql: string, params?: unknown[]): Promise<Row[]>;
  /** A customer with so many points, in one lot. */
  customer(points: number): Promise<string>;
  /** A reward on the shelf; a coupon with its codes. */
  reward(fields?: object, codes?: string[]): Promise<string>;
  redeem(customerId: string, rewardId: string, more?: object, key?: string): request.Test;
  spendable(customerId: string): Promise<number>;
  events: Events;
  /** A job that writes down the redemptions it was told of. */
  told(list: string[], word: string): Job<{ redemptionId: string }>;
  /** A reward that is not on the shelf yet. */
  draft(): Promise<string>;
  /** Reserves points for something else. */
  hold(customerId: string, points: number): Promise<void>;
  /** Where the books of anybody do not close. */
  drifts(): Promise<Drift[]>;
  /** Takes a whole entry back, as staff do by hand. */
  reverse(customerId: string, seq: number): Promise<void>;
  upload(rewardId: string, text: string | Buffer, who?: Header): request.Test;
}

export async function openShop(at: string): Promise<Shop> {
  const now = { at: new Date(at) };
  const test = await createTestApp({ imports: [RewardsModule], clock: { now: () => now.at } });
  const em = test.database.em;
  const call = (method: Method, path: string, who: Header) => request(test.server)[method](`/api/v1${path}`).set(who);
  const upload = (rewardId: string, text: string | Buffer, who: Header = keeper) =>
    call('post', `/rewards/${rewardId}/codes`, who).attach('file', Buffer.from(text), 'codes.csv');

  const basis = { reason: 'test', source: 'test', actor: 'system' };
  const book = async (act: Act) => {
    const [answer] = await test.app.get(LedgerService, { strict: false }).postAll([act]);
    posted(answer!);
  };

  return {
    ...test,
    now,
    call,
    upload,
    draft: async () => {
      const body = { name: '草稿', kind: 'course', pricePoints: 1 };
      return ((await call('post', '/rewards', keeper).send(body).expect(201)).body as { id: string }).id;
    },
    hold: (customerId, points) => book({ kind: 'hold', customerId, points, key: newId(), holdId: newId(), ...basis }),
    drifts: async () => {
      const checks = Object.keys(INVARIANTS) as Invariant[];
      const proofs = test.app.get(ProofsQueries, { strict: false });
      return (await Promise.all(checks.map((check) => proofs.findings(em, check, null)))).flat();
    },
    reverse: (customerId, seq) => book({ kind: 'reverse', customerId, seq, key: newId(), ...basis }),
    events: test.app.get(Events),
    told: (list, word) => {
      const job = defineJob<{ redemptionId: string }>(`points.test-${word}`);
      test.app.get(JobHandlers).register(job, async ({ redemptionId }) => void list.push(`${word} ${redemptionId}`));
      return job;
    },
    read: (sql, params = []) => rows(em, sql, params),
    customer: async (points) => {
      const customerId = newId();
      await affected(
        em,
        `insert into customers (customer_id, display_name, attributes, source, created_at, updated_at)
         values ($1, '王小明', '{}', 'test', now(), now())`,
        [customerId],
      );
      if (points > 0) {
        await book({ kind: 'earn', customerId, key: 'gift', points, expiresAt: null, ...basis });
      }
      return customerId;
    },
    reward: async (fields = {}, codes) => {
      const body = { name: '马克杯', kind: codes ? 'coupon' : 'course', pricePoints: 100, ...fields };
      const { id } = (await call('post', '/rewards', keeper).send(body).expect(201)).body as { id: string };
      if (codes?.length) await upload(id, codes.join('\n')).expect(200);
      await call('post', `/rewards/${id}/publish`, keeper).send({}).expect(200);
      return id;
    },
    redeem: (customerId, rewardId, more = {}, key) => {
      const call_ = call('post', '/me/redemptions', asMember(customerId)).send({ rewardId, ...more });
      return key ? call_.set('idempotency-key', key) : call_;
    },
    spendable: async (customerId) =>
      (await row<{ n: number }>(em, 'select balance - held as n from points_accounts where customer_id = $1', [
        customerId,
      ]))!.n,
  };
}
