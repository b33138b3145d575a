import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { row } from '@siyu/platform';
import { createTestApp, expectToMatchApi, holding, type TestApp } from '@siyu/platform/testing';
import { DEFAULT_PROGRAMME } from './domain/programme';
import { ProgrammeModule } from './programme.module';
import { ProgrammesService } from './programmes.service';

describe('the programme through HTTP', () => {
  let test: TestApp;
  const { version: _, ...defaults } = DEFAULT_PROGRAMME;
  const manager = holding('points.read', 'points.manage');
  const path = '/api/v1/points/programme';
  const put = (body: object) => request(test.server).put(path).set(manager).send(body);
  const get = (below = '') => request(test.server).get(`${path}${below}`).set(manager);

  beforeAll(async () => {
    test = await createTestApp({ imports: [ProgrammeModule] });
  });
  afterAll(() => test.close());

  it('begins with the defaults, which nobody wrote', async () => {
    const answer = await get().expect(200);
    expectToMatchApi(test.app, answer, 'GET /points/programme');
    expect(answer.body).toEqual({ ...defaults, version: 0, authorId: null, note: null, createdAt: null });
  });

  it('changes by versions, each with its author and note, and holds at once', async () => {
    const programmes = test.app.get(ProgrammesService);
    expect(await programmes.current()).toMatchObject({ version: 0, graceDays: 7 });
    const answer = await put({ ...defaults, graceDays: 14, expectedVersion: 0, note: 'longer grace' }).expect(200);
    expectToMatchApi(test.app, answer, 'PUT /points/programme');
    expect(answer.body).toMatchObject({ version: 1, graceDays: 14, note: 'longer grace' });
    expect(await programmes.current()).toMatchObject({ version: 1, graceDays: 14 });
    await put({ ...defaults, graceDays: 0, pendingDaysAfterCompletion: 15 }).expect(200);
    const versions = await get('/versions?limit=1').expect(200);
    expectToMatchApi(test.app, versions, 'GET /points/programme/versions');
    expect(versions.body.items).toMatchObject([{ version: 2, graceDays: 0, pendingDaysAfterCompletion: 15 }]);
    const older = await get(`/versions?limit=1&cursor=${versions.body.nextCursor}`).expect(200);
    expect(older.body).toMatchObject({ items: [{ version: 1 }], nextCursor: null });
    const audited = await row(
      test.database.em,
      `select before->>'graceDays' as was, after->>'note' as note from platform_audit_entries
       where action = 'points.change-programme' and subject_id = '1'`,
    );
    expect(audited).toEqual({ was: '7', note: 'longer grace' });
  });

  it('refuses a change of settings that were changed meanwhile, and one of twenty at once wins', async () => {
    const { version } = (await get()).body as { version: number };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => put({ ...defaults, holdMinutes: 10 + n, expectedVersion: version })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const lost = answers.filter(({ status }) => status === 409);
    expect(lost).toHaveLength(19);
    expect(lost[0]!.body).toMatchObject({ code: 'points.programme-changed', extra: { version: version + 1 } });
  });

  it('names the field that is wrong', async () => {
    const zone = await put({ ...defaults, timeZone: 'Nowhere' }).expect(400);
    expect(zone.body).toMatchObject({ code: 'points.programme-invalid', errors: [{ pointer: '/timeZone' }] });
    const past = {
      ...defaults,
      expiryRules: [...defaults.expiryRules, { from: '2020-01-01', rule: { kind: 'never' } }],
    };
    expect((await put(past).expect(400)).body.errors[0].pointer).toBe('/expiryRules/1');
    expect((await put({ ...defaults, graceDays: 1.5 }).expect(400)).body.errors[0].pointer).toBe('/graceDays');
    await get('/versions?cursor=nonsense').expect(400);
  });

  it('is changed only by who may', async () => {
    const reader = holding('points.read');
    await request(test.server).get(path).set(reader).expect(200);
    await request(test.server).put(path).set(reader).send(defaults).expect(403);
    await request(test.server).get(path).set(holding('orders.read')).expect(403);
  });
});
