import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { rows } from '@siyu/platform';
import { holding } from '@siyu/platform/testing';
import { customerId, order, Shop } from './testing/shop';

const reader = holding('rfm.read', 'customers.read');
const manager = holding('rfm.read', 'rfm.manage');

describe('RFM through HTTP', () => {
  let shop: Shop;
  const get = (path: string, as = reader) => request(shop.test.server).get(`/api/v1${path}`).set(as);
  const put = (body: unknown, as = manager) =>
    request(shop.test.server)
      .put('/api/v1/rfm/settings')
      .set(as)
      .send(body as object);
  const post = (path: string, as = manager) => request(shop.test.server).post(`/api/v1${path}`).set(as);
  /** A run from the request to its comparison, by the jobs that a worker would do. */
  const run = async () => {
    const answer = await post('/rfm/runs').expect(202);
    await shop.test.runJobs();
    return answer.body.id as string;
  };

  beforeAll(async () => {
    shop = await Shop.open('2026-11-22T04:00:00Z');
    await shop.fill(
      [
        order(1, '2026-11-21T12:00:00+08:00', { totalCents: 9900 }),
        order(1, '2026-11-20T12:00:00+08:00'),
        order(2, '2026-10-01T12:00:00+08:00'),
        order(3, '2026-09-01T12:00:00+08:00', { totalCents: 1 }),
        order(3, '2026-09-02T12:00:00+08:00', { kind: 'return', totalCents: 501 }),
      ],
      [
        { customerId: customerId(1), type: 'phone', value: '+8613800138000' },
        { customerId: customerId(1), type: 'member_no', value: '=1+1' },
        { customerId: customerId(2), type: 'phone', value: '+8613900139000' },
        { customerId: customerId(2), type: 'email', value: 'someone@example.com' },
      ],
    );
  });
  afterAll(() => shop.close());

  it('says that there is nothing yet, and what to do', async () => {
    expect((await get('/rfm/summary').expect(404)).body).toMatchObject({ code: 'rfm.no-run-yet' });
    expect((await get('/rfm/movement').expect(404)).body).toMatchObject({ code: 'rfm.no-run-yet' });
    expect((await get('/rfm/runs').expect(200)).body).toEqual({ items: [], nextCursor: null });
  });

  it('asks for the permission to read and, for changes, to manage', async () => {
    const paths = [
      '/settings',
      '/settings/versions',
      '/templates',
      '/runs',
      '/summary',
      '/movement',
      '/customers',
      '/customers.csv',
    ];
    for (const path of [...paths.map((path) => `/rfm${path}`), `/customers/${customerId(1)}/rfm`]) {
      expect((await get(path, holding('customers.read'))).body).toMatchObject({
        status: 403,
        extra: { permission: 'rfm.read' },
      });
    }
    for (const path of ['/rfm/runs', `/rfm/runs/${customerId(1)}/cancel`]) await post(path, reader).expect(403);
    await put({}, reader).expect(403);
  });

  describe('settings', () => {
    it('start as the defaults, version 0, with the names of their segments', async () => {
      const { body } = await get('/rfm/settings').expect(200);
      expect(body).toMatchObject({
        version: 0,
        authorId: null,
        windowDays: 365,
        referenceDay: null,
        currency: null,
        scoring: { recency: { method: 'quantile', bins: 5, tieRule: 'lower' } },
        scheme: { kind: 'average8' },
        hysteresisPercent: 5,
        keepRuns: 35,
      });
      expect(body.segments.map(({ names }: { names: { zh: string } }) => names.zh)).toEqual([
        '重要价值',
        '重要发展',
        '重要保持',
        '重要挽留',
        '一般价值',
        '一般发展',
        '一般保持',
        '一般挽留',
      ]);
    });

    it('get a version with each change, and what was read can be sent back', async () => {
      const first = (
        await put({ windowDays: null, scoring: { frequency: { method: 'cuts', cuts: [2, 5] } } }).expect(200)
      ).body;
      expect(first).toMatchObject({ version: 1, windowDays: null, scoring: { frequency: { cuts: [2, 5] } } });
      const second = (await put({ ...first, hysteresisPercent: 2.5 }).expect(200)).body;
      expect(second).toEqual({ ...first, version: 2, hysteresisPercent: 2.5, createdAt: second.createdAt });
      const stale = await put({ ...first, hysteresisPercent: 7 });
      expect(stale.body).toMatchObject({ status: 409, code: 'rfm.settings-changed', extra: { version: 2 } });
      const { body } = await get('/rfm/settings/versions?limit=1').expect(200);
      expect(body.items).toEqual([second]);
      expect((await get(`/rfm/settings/versions?limit=1&cursor=${body.nextCursor}`)).body).toEqual({
        items: [first],
        nextCursor: null,
      });
      const audited = await rows(
        shop.em,
        `select after -> 'hysteresisPercent' as percent from platform_audit_entries
         where action = 'rfm.change-settings' order by entry_id desc limit 1`,
      );
      expect(audited).toEqual([{ percent: 2.5 }]);
    });

    it('changed by many at once become as many versions, none lost', async () => {
      const before = (await get('/rfm/settings')).body.version;
      const answers = await Promise.all(Array.from({ length: 8 }, () => put({ windowDays: 30 })));
      expect(new Set(answers.map(({ body }) => body.version))).toEqual(
        new Set([1, 2, 3, 4, 5, 6, 7, 8].map((nr) => before + nr)),
      );
    });

    const row = { code: 'a', names: { zh: '甲', en: 'A' }, r: [1, 5], f: [1, 5], m: [1, 5] };
    const grid = (...changed: object[]) => ({
      scheme: { kind: 'grid', rows: changed.map((change) => ({ ...row, ...change })) },
    });
    const recency = (scoring: object) => ({ scoring: { recency: scoring } });
    it.each<[string, unknown, string]>([
      ['an unknown field', { window: 5 }, '/window'],
      ['a window of no days', { windowDays: 0 }, '/windowDays'],
      ['a window beyond ten years', { windowDays: 3651 }, '/windowDays'],
      ['a window as text', { windowDays: '365' }, '/windowDays'],
      ['a day that does not exist', { referenceDay: '2026-02-30' }, '/referenceDay'],
      ['a day to come', { referenceDay: '2026-11-23' }, '/referenceDay'],
      ['a currency that is none', { currency: 'yuan' }, '/currency'],
      ['a negative hysteresis', { hysteresisPercent: -1 }, '/hysteresisPercent'],
      ['one run to keep', { keepRuns: 1 }, '/keepRuns'],
      ['an unknown method', recency({ method: 'kmeans' }), '/scoring/recency/method'],
      ['one bin', recency({ method: 'quantile', bins: 1 }), '/scoring/recency/bins'],
      ['eleven bins', recency({ method: 'quantile', bins: 11 }), '/scoring/recency/bins'],
      ['an unknown tie rule', recency({ method: 'quantile', tieRule: 'random' }), '/scoring/recency/tieRule'],
      ['cuts for quantiles', recency({ method: 'quantile', cuts: [1] }), '/scoring/recency/cuts'],
      ['bins for cuts', recency({ method: 'cuts', cuts: [1], bins: 5 }), '/scoring/recency/bins'],
      ['no cuts', recency({ method: 'cuts' }), '/scoring/recency/cuts'],
      ['ten cuts', recency({ method: 'cuts', cuts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }), '/scoring/recency/cuts'],
      ['cuts that fall', recency({ method: 'cuts', cuts: [90, 30] }), '/scoring/recency/cuts'],
      ['equal cuts', recency({ method: 'cuts', cuts: [30, 30] }), '/scoring/recency/cuts'],
      ['a part of a day', recency({ method: 'cuts', cuts: [1.5] }), '/scoring/recency/cuts'],
      ['a negative day', recency({ method: 'cuts', cuts: [-1] }), '/scoring/recency/cuts'],
      ['a cut as text', recency({ method: 'cuts', cuts: ['30'] }), '/scoring/recency/cuts'],
      ['a grid without rows', { scheme: { kind: 'grid' } }, '/scheme/rows'],
      ['rows for average8', { scheme: { kind: 'average8', rows: [row] } }, '/scheme/rows'],
      ['a range that falls', grid({ r: [3, 2] }), '/scheme/rows/0/r'],
      ['a score that the axis has not', grid({}, { code: 'b', f: [1, 6] }), '/scheme/rows/1/f'],
      ['half a range', grid({ m: [1] }), '/scheme/rows/0/m'],
      ['a code twice', grid({}, {}), '/scheme/rows/1/code'],
      ['the code of the rest', grid({ code: 'others' }), '/scheme/rows/0/code'],
      ['a code with a blank', grid({ code: 'a b' }), '/scheme/rows/0/code'],
      ['a segment without a name', grid({ names: { zh: '', en: 'A' } }), '/scheme/rows/0/names/zh'],
    ])('with %s are refused by name and change nothing', async (_, body, pointer) => {
      const before = (await get('/rfm/settings')).body;
      const answer = await put(body);
      expect(answer.status).toBe(400);
      expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer]);
      expect((await get('/rfm/settings')).body).toEqual(before);
    });

    it('take every ready scheme as it is served', async () => {
      const { items } = (await get('/rfm/templates').expect(200)).body;
      expect(items.map(({ code }: { code: string }) => code)).toEqual(['classic8', 'grid10', 'grid11']);
      for (const { scheme, segments } of items) {
        expect((await put({ scheme }).expect(200)).body).toMatchObject({ scheme, segments });
      }
    });
  });

  describe('runs', () => {
    beforeAll(() => put({}).expect(200));

    it('go from queued to done', async () => {
      const asked = (await post('/rfm/runs').expect(202)).body;
      expect(asked).toMatchObject({ status: 'queued', referenceDay: null });
      const second = await post('/rfm/runs');
      expect(second.body).toMatchObject({ status: 409, code: 'rfm.run-in-progress', extra: { runId: asked.id } });
      expect((await get(`/rfm/summary?runId=${asked.id}`)).body).toMatchObject({
        status: 409,
        code: 'rfm.run-not-done',
      });
      await shop.test.runJobs();
      const done = (await get(`/rfm/runs/${asked.id}`).expect(200)).body;
      expect(done).toMatchObject({ status: 'done', scoredCount: 3, ordersCount: 4, referenceDay: '2026-11-22' });
      expect((await get('/rfm/summary').expect(200)).body).toMatchObject({ run: done, computedAt: done.finishedAt });
      expect((await get('/rfm/movement')).body).toMatchObject({ status: 404, code: 'rfm.no-run-before' });
    });

    it('are listed page by page, newest first, and can be compared', async () => {
      const second = await run();
      const page = (await get('/rfm/runs?limit=1').expect(200)).body;
      expect(page.items).toMatchObject([{ id: second }]);
      const next = (await get(`/rfm/runs?limit=1&cursor=${page.nextCursor}`).expect(200)).body;
      expect(next).toMatchObject({ items: [{ status: 'done' }], nextCursor: null });
      const found = (await get(`/rfm/movement?runId=${second}&previousRunId=${next.items[0].id}`).expect(200)).body;
      expect(found.counts).toEqual({ up: 0, down: 0, same: 3, new: 0, lapsed: 0, changed: 0 });
    });

    it('that are over, unknown or misnamed are said to be so', async () => {
      const [{ id }] = (await get('/rfm/runs')).body.items;
      expect((await post(`/rfm/runs/${id}/cancel`)).body).toMatchObject({ status: 409, code: 'rfm.run-over' });
      expect((await post(`/rfm/runs/${customerId(1)}/cancel`)).body).toMatchObject({
        status: 404,
        code: 'rfm.run-unknown',
      });
      expect((await get(`/rfm/summary?runId=${customerId(1)}`)).body).toMatchObject({ status: 404 });
      await get('/rfm/runs/7').expect(400);
      await get('/rfm/runs?cursor=nonsense').expect(400);
    });

    it('are called off', async () => {
      const { id } = (await post('/rfm/runs').expect(202)).body;
      expect((await post(`/rfm/runs/${id}/cancel`).expect(200)).body).toMatchObject({ id, status: 'cancelled' });
      await shop.test.runJobs();
      expect((await get(`/rfm/runs/${id}`)).body.status).toBe('cancelled');
    });
  });

  describe('customers', () => {
    it('are listed by score with the identity that tells them apart, personal ones covered', async () => {
      const first = (await get('/rfm/customers?limit=2').expect(200)).body;
      expect(first.items).toMatchObject([
        {
          customerId: customerId(1),
          recencyDays: 1,
          frequency: 2,
          monetaryCents: 10_900,
          identity: { type: 'member_no' },
        },
        { customerId: customerId(2), identity: { type: 'phone', value: '139****9000', masked: true } },
      ]);
      const second = (await get(`/rfm/customers?limit=2&cursor=${first.nextCursor}`).expect(200)).body;
      expect(second).toMatchObject({ items: [{ customerId: customerId(3), identity: null }], nextCursor: null });
      const [{ r, segment }] = first.items;
      const same = (await get(`/rfm/customers?r=${r}&segment=${segment}`).expect(200)).body;
      expect(same.items).toMatchObject([{ customerId: customerId(1) }]);
      await get('/rfm/customers?segment=nobody').expect(400);
      await get('/rfm/customers?r=11').expect(400);
      await get('/rfm/customers?colour=red').expect(400);
    });

    it('leave as CSV: covered, harmless in a spreadsheet, on record', async () => {
      const answer = await get('/rfm/customers.csv').expect(200);
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.headers['content-disposition']).toContain('rfm-customers.csv');
      const lines = answer.text.split('\r\n');
      expect(lines[0]).toBe('customer_id,identity,recency_days,frequency,monetary_cents,r,f,m,segment');
      expect(lines.slice(1).map((line) => line.split(',').slice(0, 5))).toEqual([
        [customerId(1), "'=1+1", '1', '2', '10900'],
        [customerId(2), '139****9000', '52', '1', '1000'],
        [customerId(3), '', '82', '1', '-500'],
        [''],
      ]);
      const only = await get('/rfm/customers.csv?segment=important-value').expect(200);
      expect(only.text.trimEnd().split('\r\n')).toHaveLength(2);
      const audited = await rows(
        shop.em,
        `select after from platform_audit_entries where action = 'rfm.export' order by entry_id`,
      );
      expect(audited).toEqual([{ after: { filter: {} } }, { after: { filter: { segment: 'important-value' } } }]);
    });

    it('leave as CSV in thousands, each once', async () => {
      await shop.add(Array.from({ length: 5000 }, (_, index) => order(1000 + index, '2026-11-01T12:00:00+08:00')));
      await run();
      const whole = await get('/rfm/customers.csv').expect(200);
      const ids = whole.text
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(',')[0]);
      expect(ids).toHaveLength(5004);
      expect(new Set(ids).size).toBe(5004);
    });

    it('tell their own scores, and have them in the list of customers and on the timeline', async () => {
      const own = (await get(`/customers/${customerId(1)}/rfm`).expect(200)).body;
      expect(own.current).toMatchObject({ frequency: 2, names: { zh: expect.any(String) } });
      expect(own.history.length).toBe(3);
      await get(`/customers/${customerId(99)}/rfm`).expect(404);
      const listed = await get(
        `/customers?facets=rfm&filter=rfm.segment:eq:${own.current.segment}&filter=rfm.frequency:gte:2`,
      );
      expect(listed.body.items).toMatchObject([
        { id: customerId(1), facets: { rfm: { segment: own.current.segment } } },
      ]);
      const timeline = await get(`/customers/${customerId(1)}/timeline?kinds=rfm`);
      expect(timeline.body.items).toMatchObject([{ kind: 'rfm', data: { from: null } }]);
    });
  });
});
