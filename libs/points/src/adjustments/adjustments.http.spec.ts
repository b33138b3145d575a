import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { defineJob, Events, JobHandlers, rows, type StaffActor } from '@siyu/platform';
import { asApiKey, expectToMatchApi, holding } from '@siyu/platform/testing';
import { ProgrammesService } from '../programme/programmes.service';
import { LedgerHouse } from '../testing/ledger-house';
import { approvalWanted, type ApprovalWanted } from './adjustments.events';
import { AdjustmentsService } from './adjustments.service';
import { DecisionsService } from './decisions.service';

const CLERK = holding('points.read', 'points.adjust', 'points.approve');
const PROGRAM = asApiKey('points.read', 'points.adjust', 'points.approve');

describe('corrections by hand', () => {
  let house: LedgerHouse;
  let customerId: string;
  const wanted: ApprovalWanted[] = [];
  const post = (path: string, body: object, as: { authorization: string }, key?: string) => {
    const sent = request(house.test.server).post(`/api/v1/${path}`).set(as);
    return (key ? sent.set('idempotency-key', key) : sent).send(body);
  };
  const ask = (points: number, key?: string, reason = '补发', as = PROGRAM) =>
    post(`customers/${customerId}/points/adjust`, { points, reason }, as, key);
  const decide = (adjustmentId: string, what: string, as = CLERK, body: object = {}) =>
    post(`points/adjustments/${customerId}/${adjustmentId}/${what}`, body, as);
  const list = async (query: string) =>
    (await request(house.test.server).get(`/api/v1/points/adjustments?${query}`).set(CLERK).expect(200)).body;
  const balance = async () =>
    (
      await rows<{ balance: number }>(house.em, 'select balance from points_accounts where customer_id = $1', [
        customerId,
      ])
    )[0]?.balance ?? 0;

  beforeAll(async () => {
    house = await LedgerHouse.open();
    const listen = defineJob<ApprovalWanted>('test.approval-wanted');
    house.test.app.get(JobHandlers).register(listen, async (event) => void wanted.push(event));
    house.test.app.get(Events).subscribe(approvalWanted, listen);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    customerId = await house.customer();
  });

  it('are booked at once up to the limit', async () => {
    const booked = await ask(10_000).expect(201);
    expectToMatchApi(house.test.app, booked, 'POST /customers/{customerId}/points/adjust');
    expect(booked.body).toMatchObject({ kind: 'adjust', points: 10_000, seq: 1 });
    await ask(-10_000).expect(201);
    expect(await balance()).toBe(0);
  });

  it('that nobody in particular asked for wait, too, and one person decides about them', async () => {
    const asked = { customerId, points: 10_001, reason: '旧系统积分补登', key: `key:${newId()}` };
    await house.test.app.get(AdjustmentsService).adjust(null, asked);
    const [waiting] = (await list(`customerId=${customerId}`)).items;
    expect(waiting).toMatchObject({ status: 'waiting', requestedBy: 'system' });
    await decide(waiting.adjustmentId, 'approve').expect(200);
    expect(await balance()).toBe(10_001);
  });

  it('wait above the limit for a second person, who books them', async () => {
    const asked = await ask(10_001).expect(202);
    expectToMatchApi(house.test.app, asked, 'POST /customers/{customerId}/points/adjust');
    expect(asked.body).toMatchObject({ status: 'waiting', points: 10_001, decidedBy: null });
    expect(await balance()).toBe(0);
    const { adjustmentId } = asked.body;
    const approved = await decide(adjustmentId, 'approve', CLERK, { note: '已核对' }).expect(200);
    expectToMatchApi(house.test.app, approved, 'POST /points/adjustments/{customerId}/{adjustmentId}/approve');
    expect(approved.body).toMatchObject({ status: 'approved', note: '已核对', entrySeq: 1 });
    expect(await balance()).toBe(10_001);
    const again = await decide(adjustmentId, 'approve').expect(200);
    expect(again.body).toEqual(approved.body);
    expect(await balance()).toBe(10_001);
    expect(await house.drift([customerId])).toEqual([]);
    await house.test.runJobs();
    expect(wanted).toContainEqual(
      expect.objectContaining({ customerId, adjustmentId, points: 10_001, reason: '补发' }),
    );
  });

  it('are listed by their status, newest first', async () => {
    const first = (await ask(20_000)).body.adjustmentId;
    const second = (await ask(30_000)).body.adjustmentId;
    await decide(first, 'refuse').expect(200);
    const waiting = await list(`status=waiting&customerId=${customerId}`);
    expect(waiting.items.map((one: { adjustmentId: string }) => one.adjustmentId)).toEqual([second]);
    const page = await list(`customerId=${customerId}&limit=1`);
    expect(page.items[0].adjustmentId).toBe(second);
    const rest = await list(`customerId=${customerId}&limit=1&cursor=${page.nextCursor}`);
    expect(rest).toMatchObject({ items: [{ adjustmentId: first, status: 'refused' }], nextCursor: null });
  });

  it('give the same answer under the same key, whatever became of them and of the limit', async () => {
    const asked = (await ask(50_000, 'a')).body;
    expect((await ask(50_000, 'a').expect(202)).body).toEqual(asked);
    expect((await ask(50_001, 'a').expect(422)).body.code).toBe('idempotency.mismatch');
    await decide(asked.adjustmentId, 'approve').expect(200);
    const after = await ask(50_000, 'a').expect(202);
    expect(after.body).toMatchObject({ adjustmentId: asked.adjustmentId, status: 'approved' });
    expect(await balance()).toBe(50_000);
    const small = (await ask(500, 'b').expect(201)).body;
    const programmes = house.test.app.get(ProgrammesService);
    const { settings } = await programmes.inForce();
    const clerk: StaffActor = { kind: 'staff', id: newId(), sessionId: newId(), role: 'test', permissions: new Set() };
    await programmes.replace(clerk, { ...settings, approvalAbove: 100 }, null);
    expect((await ask(500, 'b').expect(201)).body).toEqual(small);
    await programmes.replace(clerk, settings, null);
  });

  it('are not decided by who asked, nor by a program, and withdrawn by nobody else', async () => {
    const own = (await ask(20_000, undefined, '补发', CLERK)).body.adjustmentId;
    expect((await decide(own, 'approve').expect(403)).body.code).toBe('points.own-adjustment');
    expect((await decide(own, 'refuse').expect(403)).body.code).toBe('points.own-adjustment');
    expect((await decide(own, 'approve', PROGRAM).expect(403)).body.code).toBe('points.decided-by-a-program');
    expect((await decide(own, 'withdraw', PROGRAM).expect(403)).body.code).toBe('points.not-own-adjustment');
    expect((await decide(own, 'withdraw').expect(200)).body.status).toBe('withdrawn');
    expect((await decide(newId(), 'approve').expect(404)).body.code).toBe('points.adjustment-unknown');
    expect(await balance()).toBe(0);
  });

  it('go on waiting when there are too few points to take', async () => {
    await house.entry({ kind: 'earn', customerId, points: 15_000 });
    const { adjustmentId } = (await ask(-20_000).expect(202)).body;
    expect((await decide(adjustmentId, 'approve').expect(422)).body.code).toBe('points.insufficient');
    expect((await list(`status=waiting&customerId=${customerId}`)).items).toHaveLength(1);
    await house.entry({ kind: 'earn', customerId, points: 5000 });
    await decide(adjustmentId, 'approve').expect(200);
    expect(await balance()).toBe(0);
    expect((await decide(adjustmentId, 'refuse').expect(409)).body.code).toBe('points.adjustment-decided');
  });

  it('are decided by one of many who decide at the same moment', async () => {
    const { adjustmentId } = (await ask(20_000)).body;
    const decisions = house.test.app.get(DecisionsService);
    const verdicts = Array.from({ length: 12 }, (_, index) =>
      decisions.decide(
        { kind: 'staff', id: newId(), sessionId: newId(), role: 'test', permissions: new Set() },
        { customerId, adjustmentId, status: index % 3 === 0 ? 'refused' : 'approved', note: null },
      ),
    );
    const results = await Promise.allSettled(verdicts);
    const [won] = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await balance()).toBe(won!.status === 'approved' ? 20_000 : 0);
    expect(await house.drift([customerId])).toEqual([]);
  });

  it('are for customers who exist, and on record', async () => {
    const { adjustmentId } = (await ask(20_000)).body;
    await decide(adjustmentId, 'refuse', CLERK, { note: '无凭证' }).expect(200);
    const audited = await rows(
      house.em,
      'select action, after from platform_audit_entries where subject_id = $1 order by entry_id',
      [adjustmentId],
    );
    expect(audited).toMatchObject([
      { action: 'points.request-adjustment', after: { points: 20_000, reason: '补发' } },
      { action: 'points.refuse-adjustment', after: { status: 'refused', note: '无凭证' } },
    ]);
    customerId = newId();
    expect((await ask(20_000).expect(404)).body.code).toBe('customers.not-found');
  });
});
