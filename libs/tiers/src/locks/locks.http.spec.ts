import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { defineJob, Events, JobHandlers, rows, type StaffActor } from '@siyu/platform';
import { asApiKey, expectToMatchApi, holding } from '@siyu/platform/testing';
import { tiersPermissions } from '../tiers.permissions';
import { StandingHouse } from '../standing/testing/standing-house';
import { LockDecisionsService } from './lock-decisions.service';
import { lockWanted, type LockWanted } from './locks.events';
import { LocksService } from './locks.service';
import { LocksStore } from './locks.store';

const CHIEF = holding('tiers.read', 'tiers.lock', 'tiers.approve');
const PROGRAM = asApiKey('tiers.read', 'tiers.lock', 'tiers.approve');

function person(...permissions: string[]): StaffActor {
  return { kind: 'staff', id: newId(), sessionId: newId(), role: 'test', permissions: new Set(permissions) };
}

describe('tiers given by hand', () => {
  let house: StandingHouse;
  let customerId: string;
  const wanted: LockWanted[] = [];
  const call = (method: 'get' | 'post' | 'put' | 'delete', path: string, as = CHIEF) =>
    request(house.test.server)[method](`/api/v1/${path}`).set(as);
  const GOLD = { tierKey: 'gold', until: '2026-12-31', reason: '重要客户' };
  const lock = (body: object = {}, as = CHIEF) =>
    call('put', `customers/${customerId}/tier/lock`, as).send({ ...GOLD, ...body });
  const decide = (lockId: string, what: string, as = CHIEF, body: object = {}) =>
    call('post', `tier-locks/${customerId}/${lockId}/${what}`, as).send(body);
  const tier = async () => (await call('get', `customers/${customerId}/tier`).expect(200)).body;
  const list = async (query: string) =>
    (await call('get', `tier-locks?customerId=${customerId}&${query}`).expect(200)).body.items;
  const kinds = async () =>
    (await call('get', `customers/${customerId}/tier/moves`).expect(200)).body.items.map(
      ({ kind }: { kind: string }) => kind,
    );

  beforeAll(async () => {
    house = await StandingHouse.open();
    const listen = defineJob<LockWanted>('test.lock-wanted');
    house.test.app.get(JobHandlers).register(listen, async (event) => void wanted.push(event));
    house.test.app.get(Events).subscribe(lockWanted, listen);
    customerId = await house.customer();
    expect((await lock().expect(409)).body.code).toBe('tiers.no-ladder');
    await house.publish();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.now = '2026-03-15T02:00:00Z';
    customerId = await house.customer();
  });

  it('cover at once when the person who asks may approve, who is on record for it', async () => {
    const set = await lock({ note: '电话确认' }).expect(200);
    expectToMatchApi(house.test.app, set, 'PUT /customers/{customerId}/tier/lock');
    expect(set.body).toMatchObject({ ...GOLD, status: 'active', mayRise: true, note: '电话确认' });
    expect(set.body.decidedBy).toBe(set.body.requestedBy);
    expect(await tier()).toMatchObject({
      tier: { key: 'gold' },
      lock: { tier: { key: 'gold' }, until: '2026-12-31', mayRise: true, underneath: { key: 'basic' } },
      why: { kind: 'locked', reason: '重要客户', actor: set.body.decidedBy, to: { name: '金卡' } },
    });
    expect((await lock({ note: '电话确认' }).expect(200)).body).toEqual(set.body);
    expect(await kinds()).toEqual(['locked']);
  });

  it('wait for a second person when who asks may not approve, or is a program', async () => {
    const asked = await lock({}, PROGRAM).expect(202);
    expectToMatchApi(house.test.app, asked, 'PUT /customers/{customerId}/tier/lock');
    expect(asked.body).toMatchObject({ status: 'waiting', decidedBy: null });
    expect((await tier()).lock).toBeNull();
    expect((await lock({}, PROGRAM).expect(202)).body).toEqual(asked.body);
    const { lockId } = asked.body;
    expect(await list('status=waiting')).toEqual([asked.body]);
    const approved = await decide(lockId, 'approve', CHIEF, { note: '同意' }).expect(200);
    expectToMatchApi(house.test.app, approved, 'POST /tier-locks/{customerId}/{lockId}/approve');
    expect(approved.body).toMatchObject({ status: 'active', note: '同意' });
    expect((await decide(lockId, 'approve').expect(200)).body).toEqual(approved.body);
    expect((await tier()).tier.key).toBe('gold');
    expect(await kinds()).toEqual(['locked']);
    await house.test.runJobs();
    expect(wanted).toContainEqual({ customerId, lockId, ...GOLD, requestedBy: asked.body.requestedBy });
    expect((await decide(lockId, 'refuse').expect(409)).body.code).toBe('tiers.lock-decided');
  });

  it('are refused without effect', async () => {
    const { lockId } = (await lock({}, PROGRAM).expect(202)).body;
    expect((await decide(lockId, 'refuse', CHIEF, { note: '无依据' }).expect(200)).body.status).toBe('refused');
    expect(await tier()).toMatchObject({ tier: { key: 'basic' }, why: null });
  });

  it('are not decided by who asked, nor by a program, nor withdrawn by anybody else', async () => {
    const locks = house.test.app.get(LocksService);
    const decisions = house.test.app.get(LockDecisionsService);
    const asker = person(tiersPermissions.lock);
    const asked = { customerId, ...GOLD, mayRise: true, note: null };
    const { lockId } = await locks.set(asker, asked);
    const verdict = { customerId, lockId, note: null };
    await expect(decisions.decide(asker, { ...verdict, status: 'active' })).rejects.toThrow('tiers.own-lock');
    expect((await decide(lockId, 'approve', PROGRAM).expect(403)).body.code).toBe('tiers.lock-decided-by-a-program');
    expect((await decide(lockId, 'withdraw').expect(403)).body.code).toBe('tiers.not-own-lock');
    expect((await call('delete', `customers/${customerId}/tier/lock`).expect(403)).body.code).toBe(
      'tiers.not-own-lock',
    );
    await expect(locks.set(person(tiersPermissions.lock), asked)).rejects.toThrow('tiers.lock-waiting');
    expect(await locks.set(asker, { ...asked, tierKey: 'silver' })).toMatchObject({
      status: 'waiting',
      tierKey: 'silver',
    });
    await locks.lift(asker, customerId, '不再需要');
    expect((await list('')).map(({ status }: { status: string }) => status)).toEqual(['withdrawn', 'withdrawn']);
    expect((await decide(newId(), 'approve').expect(404)).body.code).toBe('tiers.lock-unknown');
  });

  it('replace one another, and what the rules say shows again when they are lifted', async () => {
    await house.pay(customerId, 120_000);
    await house.evaluate(customerId);
    const first = (await lock().expect(200)).body;
    const second = (await lock({ tierKey: 'basic', mayRise: false }).expect(200)).body;
    expect((await tier()).tier.key).toBe('basic');
    expect(await list('status=ended')).toMatchObject([
      { lockId: first.lockId, endReason: 'replaced', endedBy: second.requestedBy },
    ]);
    await call('delete', `customers/${customerId}/tier/lock?reason=${encodeURIComponent('客户投诉')}`).expect(204);
    expect(await tier()).toMatchObject({
      tier: { key: 'silver' },
      lock: null,
      why: { kind: 'unlocked', reason: '客户投诉' },
    });
    expect((await list(''))[0]).toMatchObject({
      lockId: second.lockId,
      status: 'ended',
      endReason: 'lifted',
      endNote: '客户投诉',
    });
    await call('delete', `customers/${customerId}/tier/lock`).expect(204);
    expect(await kinds()).toEqual(['unlocked', 'locked', 'locked', 'rose']);
  });

  it('may hold a customer down, or let her rise above', async () => {
    await lock({ tierKey: 'silver', mayRise: true }).expect(200);
    await house.pay(customerId, 600_000);
    await house.evaluate(customerId);
    expect(await tier()).toMatchObject({ tier: { key: 'gold' }, lock: { tier: { key: 'silver' } } });
    await lock({ tierKey: 'silver', mayRise: false }).expect(200);
    expect(await tier()).toMatchObject({ tier: { key: 'silver' }, lock: { underneath: { key: 'gold' } } });
  });

  it('end with their last day', async () => {
    await lock({ until: '2026-03-15' }).expect(200);
    expect((await tier()).tier.key).toBe('gold');
    house.now = '2026-03-15T16:00:00Z';
    expect(await tier()).toMatchObject({ tier: { key: 'basic' }, lock: null, why: { kind: 'lock-ended' } });
    const store = house.test.app.get(LocksStore);
    expect(await store.endPassed(house.em, '2026-03-16')).toBeGreaterThan(0);
    expect(await store.endPassed(house.em, '2026-03-16')).toBe(0);
    expect(await list('')).toMatchObject([
      { status: 'ended', endReason: 'over', endedBy: 'system', endedAt: '2026-03-15T16:00:00.000Z' },
    ]);
    await call('delete', `customers/${customerId}/tier/lock`).expect(204);
    expect(await kinds()).toEqual(['lock-ended', 'locked']);
  });

  it('are over by the calendar, also while nobody has noted it down', async () => {
    await lock({ until: '2026-03-15' }).expect(200);
    house.now = '2026-03-16T02:00:00Z';
    await call('delete', `customers/${customerId}/tier/lock`).expect(204);
    expect((await tier()).tier.key).toBe('basic');
    expect(await kinds()).toEqual(['lock-ended', 'locked']);
    expect(await list('')).toMatchObject([{ status: 'ended', endReason: 'over' }]);
  });

  it('that wait for longer than they would last are not agreed to', async () => {
    const { lockId } = (await lock({ until: '2026-03-20' }, PROGRAM).expect(202)).body;
    house.now = '2026-03-21T02:00:00Z';
    expect((await decide(lockId, 'approve').expect(422)).body.code).toBe('tiers.lock-over');
    await house.test.app.get(LocksStore).endPassed(house.em, '2026-03-21');
    expect(await list('')).toMatchObject([{ lockId, status: 'withdrawn', decidedBy: 'system' }]);
  });

  it('want a tier of the ladder, a day to come and a reason', async () => {
    expect((await lock({ tierKey: 'jade' }).expect(400)).body.code).toBe('tiers.tier-unknown');
    expect((await lock({ until: '2026-03-14' }).expect(400)).body.code).toBe('tiers.lock-until-invalid');
    expect((await lock({ until: '2031-03-16' }).expect(400)).body.errors).toMatchObject([{ pointer: '/until' }]);
    await lock({ until: '2031-03-15' }).expect(200);
    await lock({ reason: '好' }).expect(400);
    await lock({ reason: '好'.repeat(201) }).expect(400);
    await lock({}, holding('tiers.read', 'tiers.approve')).expect(403);
    const { lockId } = (await lock({ tierKey: 'silver' }, PROGRAM).expect(202)).body;
    await decide(lockId, 'approve', holding('tiers.lock')).expect(403);
    customerId = newId();
    expect((await lock().expect(404)).body.code).toBe('customers.not-found');
    expect((await call('delete', `customers/${customerId}/tier/lock`).expect(404)).body.code).toBe(
      'customers.not-found',
    );
  });

  it('are decided by one of many who decide at the same moment', async () => {
    const { lockId } = (await lock({}, PROGRAM).expect(202)).body;
    const decisions = house.test.app.get(LockDecisionsService);
    const verdicts = Array.from({ length: 20 }, (_, index) =>
      decisions.decide(person(tiersPermissions.approve), {
        customerId,
        lockId,
        status: index % 3 === 0 ? 'refused' : 'active',
        note: null,
      }),
    );
    const won = (await Promise.allSettled(verdicts)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(won).toHaveLength(1);
    expect((await tier()).tier.key).toBe(won[0]!.status === 'active' ? 'gold' : 'basic');
    expect(await kinds()).toEqual(won[0]!.status === 'active' ? ['locked'] : []);
  });

  it('are one lock when many ask for the same at the same moment, and one remains of many that differ', async () => {
    const same = await Promise.all(Array.from({ length: 20 }, () => lock()));
    expect(new Set(same.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(same.map(({ body }) => body.lockId)).size).toBe(1);
    expect(await kinds()).toEqual(['locked']);
    customerId = await house.customer();
    await Promise.all(['silver', 'gold', 'silver', 'gold'].map((tierKey) => lock({ tierKey }).expect(200)));
    const active = await list('status=active');
    expect(active).toHaveLength(1);
    const told = await tier();
    expect(told.lock.tier.key).toBe(active[0].tierKey);
    expect(told.why.kind).toBe('locked');
  });

  it('are on record with what was before and after', async () => {
    const first = (await lock().expect(200)).body;
    const second = (await lock({ tierKey: 'silver' }).expect(200)).body;
    const audited = await rows(
      house.em,
      "select action, subject_id as id, before, after from platform_audit_entries where after ->> 'customerId' = $1 order by entry_id",
      [customerId],
    );
    expect(audited).toMatchObject([
      { action: 'tiers.lock', id: first.lockId, before: null, after: { tierKey: 'gold', reason: '重要客户' } },
      {
        action: 'tiers.lock',
        id: second.lockId,
        before: { lockId: first.lockId, tierKey: 'gold' },
        after: { tierKey: 'silver' },
      },
    ]);
  });
});
