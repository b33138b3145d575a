import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { newId } from '@siyu/kernel';
import { Jobs, row, rows, type StaffActor } from '@siyu/platform';
import { expectToMatchApi, holding } from '@siyu/platform/testing';
import { filled, LedgerHouse } from '../testing/ledger-house';
import { QueuedProofsService } from './queued-proofs.service';
import { nightlyProof } from './verifications.jobs';
import { VerificationsService } from './verifications.service';

const AUDITOR = holding('points.read', 'points.manage');
const CLERK: StaffActor = { kind: 'staff', id: newId(), sessionId: newId(), role: 'test', permissions: new Set() };

/** Rewrites the hashes of one customer's entries and the head, as only who knows the recipe can: nothing else gives it away. */
const REHASH = `
  with recursive content as (
    select e.seq, e.customer_id || '|' || e.seq || '|' || e.kind || '|' || e.points || '|' || e.pending_points || '|' ||
      e.held_points || '|' || e.debt_points || '|' || e.balance_after || '|' || encode(e.fingerprint, 'hex') || '|-|-|-|' ||
      coalesce((extract(epoch from available_at) * 1000000)::bigint::text, '-') || '|' ||
      coalesce((extract(epoch from expires_at) * 1000000)::bigint::text, '-') || '|' ||
      (extract(epoch from occurred_at) * 1000000)::bigint || '|' || (extract(epoch from recorded_at) * 1000000)::bigint ||
      '||' || octet_length(act_key) || ':' || act_key || '|' || octet_length(reason) || ':' || reason || '|-|' ||
      octet_length(source) || ':' || source || '|' || octet_length(actor) || ':' || actor || '|-' as text
    from points_entries e where customer_id = $1
  ), chain as (
    select seq, sha256(convert_to(text, 'UTF8')) as hash from content where seq = 1
    union all
    select c.seq, sha256(h.hash || convert_to(c.text, 'UTF8')) from chain h join content c on c.seq = h.seq + 1
  ), rewritten as (
    update points_entries e set hash = chain.hash from chain where customer_id = $1 and e.seq = chain.seq
  )
  update points_accounts set head_hash = (select hash from chain order by seq desc limit 1) where customer_id = $1`;

describe('the proof of the books', () => {
  let house: LedgerHouse;
  let customerId: string;
  const verify = (body: object = {}) =>
    request(house.test.server).post('/api/v1/points/verify').set(AUDITOR).send(body);
  const owner = (text: string, params?: unknown[]) => house.test.asOwner(text, params);
  const get = async (verificationId: string) =>
    (await request(house.test.server).get(`/api/v1/points/verifications/${verificationId}`).set(AUDITOR).expect(200))
      .body;

  beforeAll(async () => {
    house = await LedgerHouse.open();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    // What a test before this one spoiled is not to be found again.
    for (const table of ['accounts', 'entries', 'lots', 'allocations', 'holds', 'anchors', 'seals', 'verifications'])
      await owner(`truncate points_${table}`);
    const customerIds = await house.customers(3);
    customerId = customerIds[1]!;
    await house.ledger.postAll(
      customerIds.flatMap((id) => [
        filled({ kind: 'earn', customerId: id, points: 100 }),
        filled({ kind: 'earn', customerId: id, points: 50, expiresAt: null }),
      ]),
    );
  });

  it('says at once that the books close, and keeps the answer', async () => {
    const answer = await verify().expect(201);
    expectToMatchApi(house.test.app, answer, 'POST /points/verify');
    expect(answer.body).toMatchObject({ status: 'done', clean: true, accounts: 3, entries: 6, drift: [] });
    expect(answer.body.checks).toHaveLength(answer.body.checksInAll);
    expect(answer.body.checks).toContainEqual({ name: 'hashes-chain', findings: 0 });
    expect(await get(answer.body.verificationId)).toEqual(answer.body);
    const list = await request(house.test.server).get('/api/v1/points/verifications').set(AUDITOR).expect(200);
    expectToMatchApi(house.test.app, list, 'GET /points/verifications');
    expect(list.body.items[0]).toEqual(answer.body);
  });

  it.each([
    ['account-equals-entries', 'update points_accounts set balance = balance + 1, adjusted = adjusted + 1'],
    ['totals-equal-entries', 'update points_accounts set spent = spent + 1, adjusted = adjusted + 1'],
    ['account-equals-lots', 'update points_lots set remaining = remaining - 1 where lot_seq = 2'],
    ['balances-run', 'update points_entries set balance_after = 99 where seq = 2'],
    ['hashes-chain', `update points_entries set actor = 'nobody' where seq = 2`],
    ['heads-fit', `update points_accounts set head_hash = '\\x00'`],
  ])('finds by %s what was changed by hand, and names the customer: %s', async (check, statement) => {
    const where = statement.includes(' where ') ? 'and' : 'where';
    await owner(`${statement} ${where} customer_id = $1`, [customerId]);
    const { body } = await verify().expect(201);
    expect(body.clean).toBe(false);
    const found = body.drift.filter((one: { check: string }) => one.check === check);
    expect(found.map((one: { customerId: string }) => one.customerId)).toEqual([customerId]);
    expect((await verify({ customerId }).expect(201)).body.clean).toBe(false);
  });

  it('of one customer says nothing of the others', async () => {
    await owner('update points_lots set remaining = remaining - 1 where lot_seq = 2 and customer_id = $1', [
      customerId,
    ]);
    const [other] = await rows<{ id: string }>(
      house.em,
      'select customer_id as id from points_accounts where customer_id <> $1',
      [customerId],
    );
    const { body } = await verify({ customerId: other!.id }).expect(201);
    expect(body).toMatchObject({ clean: true, accounts: 1, entries: 2, customerId: other!.id, digest: null });
    expect((await verify({ customerId: newId() }).expect(404)).body.code).toBe('customers.not-found');
  });

  it('finds a history that was rewritten together with all its hashes, by the seal of an earlier proof', async () => {
    const { body: before } = await verify().expect(201);
    expect(before.digest).toMatch(/^[0-9a-f]{64}$/);
    await house.entry({ kind: 'earn', customerId, points: 10 });
    expect((await verify().expect(201)).body.clean).toBe(true);
    await owner(`update points_entries set reason = 'other' where customer_id = $1 and seq = 2`, [customerId]);
    await owner(REHASH, [customerId]);
    const { body } = await verify().expect(201);
    expect(body.drift.map((one: { check: string; customerId: string }) => [one.check, one.customerId])).toEqual([
      ['history-as-sealed', customerId],
    ]);
  });

  it('finds anchors that were rewritten, too, and a seal that was', async () => {
    await verify().expect(201);
    await owner(`update points_entries set reason = 'other' where customer_id = $1 and seq = 2`, [customerId]);
    await owner(REHASH, [customerId]);
    await owner(
      `update points_anchors s set hash = a.head_hash from points_accounts a where a.customer_id = s.customer_id`,
    );
    const checks = async () => (await verify().expect(201)).body.drift.map((one: { check: string }) => one.check);
    expect(await checks()).toEqual(['seals-hold']);
    await owner(`update points_seals set digest = '\\x00'`);
    expect(await checks()).toEqual(['seals-hold', 'seals-hold']);
  });

  it('writes the digest of its seal where the books are not', async () => {
    const { body } = await verify().expect(201);
    const audited = await row(
      house.em,
      `select action, after from platform_audit_entries where subject = 'points-verification' and subject_id = $1`,
      [body.verificationId],
    );
    expect(audited).toEqual({
      action: 'points.verify',
      after: { customerId: null, isClean: true, digest: body.digest },
    });
  });

  it('is one job for a large ledger, with progress, and can be called off', async () => {
    const service = house.test.app.get(VerificationsService);
    const queued = await service.verify(CLERK, null, 5);
    expect(queued).toMatchObject({ status: 'queued', finishedAt: null });
    expect(await service.verify(CLERK, null, 5)).toEqual(queued);
    expect(await get(queued.verificationId)).toMatchObject({ status: 'queued', clean: null, checks: [] });
    await house.test.runJobs();
    expect(await get(queued.verificationId)).toMatchObject({ status: 'done', clean: true, entries: 6 });
    const other = await service.verify(CLERK, null, 5);
    const cancel = () =>
      request(house.test.server).post(`/api/v1/points/verifications/${other.verificationId}/cancel`).set(AUDITOR);
    expect((await cancel().expect(200)).body).toMatchObject({ status: 'cancelled', clean: null });
    await house.test.runJobs();
    expect((await cancel().expect(409)).body.code).toBe('points.verification-over');
  });

  it('stops when it is called off while at work, and begins anew after a worker that died', async () => {
    const queue = house.test.app.get(QueuedProofsService);
    const { verificationId } = await queue.request('system');
    await owner(`update points_verifications set status = 'running', checks = '[{}]'`);
    const stopped = queue.perform(verificationId, AbortSignal.abort(new Error('shutting down')));
    await expect(stopped).rejects.toThrow('shutting down');
    await queue.perform(verificationId, new AbortController().signal);
    expect(await get(verificationId)).toMatchObject({ status: 'done', clean: true });
  });

  it('runs each night', async () => {
    await house.test.app.get(Jobs).enqueue(house.em, nightlyProof, {});
    await house.test.runJobs();
    const { body } = await request(house.test.server).get('/api/v1/points/verifications').set(AUDITOR).expect(200);
    expect(body.items).toMatchObject([{ status: 'done', clean: true, requestedBy: 'system' }]);
  });

  it('sees one state of the books while customers go on', async () => {
    const stop = { at: false };
    const customers = (async () => {
      while (!stop.at) await house.entry({ kind: 'earn', customerId, points: 1 });
    })();
    for (let round = 0; round < 4; round += 1) expect((await verify().expect(201)).body.drift).toEqual([]);
    stop.at = true;
    await customers;
  });
});
