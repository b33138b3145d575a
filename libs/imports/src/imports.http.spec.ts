import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { holding } from '@siyu/platform/testing';
import { ImportLimits } from './import-limits';
import { createImportsApp, operator, plainMapping, type ImportsApp } from './testing/imports-app';

const FILE = 'number,weight,thing\nP1,2,hat\nP1,3,scarf\nP2,5,tea\n';

describe('imports over HTTP', () => {
  let test: ImportsApp;
  const get = (path: string, headers = operator) => request(test.server).get(`/api/v1/imports${path}`).set(headers);
  const post = (path: string, body: object = {}) =>
    request(test.server).post(`/api/v1/imports${path}`).set(operator).send(body);
  const fileCount = async () =>
    (await test.database.em.query('select count(*)::int as n from imports_file_chunks'))[0].n as number;

  beforeAll(async () => {
    test = await createImportsApp();
  });
  afterEach(() => {
    test.parcels.kept.clear();
    test.parcels.batches = [];
    test.parcels.onBatch = () => {};
  });
  afterAll(() => test.close());

  it('brings a file in and counts what became of its records and rows', async () => {
    expect(await test.bringIn(FILE, plainMapping)).toMatchObject({
      status: 'completed',
      phase: null,
      dryRun: false,
      fileName: 'parcels.csv',
      total: 2,
      done: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      failed: 0,
      rows: { read: 3, skipped: 0, failed: 0 },
      error: null,
      columns: ['number', 'weight', 'thing'],
      encoding: 'utf-8',
      delimiter: ',',
      fileKept: true,
    });
    expect(JSON.parse(test.parcels.kept.get('P1')!)).toMatchObject({ weight: 5, contents: ['hat', 'scarf'] });
  });

  it('guesses the mapping when there is none', async () => {
    const { body } = await test.upload('包裹号,重量,手机\nP1,2,13800138000\n').expect(201);
    await test.runJobs();
    expect(await test.get(body.id)).toMatchObject({ status: 'completed', created: 1 });
    expect(JSON.parse(test.parcels.kept.get('P1')!)).toMatchObject({ weight: 2, owner: '13800138000' });
  });

  it('takes the parts of the request in any order', async () => {
    const upload = request(test.server).post('/api/v1/imports').set(operator);
    void upload
      .field('mapping', JSON.stringify(plainMapping))
      .attach('file', Buffer.from(FILE), 'a.csv')
      .field('kind', 'parcels');
    await upload.expect(201);
    await test.runJobs();
    expect(test.parcels.kept.size).toBe(2);
  });

  it('changes nothing when the same file comes twice', async () => {
    await test.bringIn(FILE, plainMapping);
    const kept = [...test.parcels.kept];
    expect(await test.bringIn(FILE, plainMapping)).toMatchObject({ created: 0, updated: 0, unchanged: 2, failed: 0 });
    expect([...test.parcels.kept]).toEqual(kept);
  });

  it('says what it would do, writes nothing, and then does it with the same file', async () => {
    const dry = await test.bringIn(FILE, plainMapping, true);
    expect(dry).toMatchObject({ status: 'completed', dryRun: true, created: 2 });
    expect(test.parcels.kept.size).toBe(0);
    await post(`/${dry.id}/start`).expect(200);
    await test.runJobs();
    expect(await test.get(dry.id)).toMatchObject({ status: 'completed', dryRun: false, created: 2 });
    expect(test.parcels.kept.size).toBe(2);
    expect((await post(`/${dry.id}/start`)).body).toMatchObject({ status: 409, code: 'imports.already-done' });
  });

  it('starts a dry run again with another mapping and mended cells', async () => {
    const dry = await test.bringIn(
      'number,weight,other\nP1,two,5\nP2,3,6\n',
      { ...plainMapping, columns: { number: 'number', weight: 'weight' } },
      true,
    );
    expect(dry).toMatchObject({ created: 1, failed: 1 });
    await post(`/${dry.id}/start`, { corrections: [{ row: 2, column: 'weight', value: '2' }], dryRun: true }).expect(
      200,
    );
    await test.runJobs();
    expect(await test.get(dry.id)).toMatchObject({ dryRun: true, created: 2, failed: 0 });
    await post(`/${dry.id}/start`, {
      mapping: { ...plainMapping, columns: { number: 'number', weight: 'other' } },
    }).expect(200);
    await test.runJobs();
    expect(JSON.parse(test.parcels.kept.get('P1')!)).toMatchObject({ weight: 5 });
    const wrong = await test.bringIn(FILE, plainMapping, true);
    const answer = await post(`/${wrong.id}/start`, {
      mapping: { ...plainMapping, columns: { number: 'nummer', weight: 'weight' } },
    });
    expect(answer.body).toMatchObject({ status: 400, errors: [{ pointer: '/mapping/columns/number' }] });
  });

  it('fails a record as a whole and tells each row why, in both languages', async () => {
    const file = 'number,weight,thing\nP1,2,hat\nP1,two,scarf\nP2,5,tea\n!P3,1,x\n,7,lost\nP4,5000,anvil\n';
    const result = await test.bringIn(file, plainMapping);
    expect(result).toMatchObject({ created: 1, failed: 4, done: 5, rows: { read: 6, failed: 5 } });
    expect([...test.parcels.kept.keys()]).toEqual(['P2']);

    const { body } = await get(`/${result.id}/errors`).expect(200);
    expect(body.items.map(({ row, faults }: never) => [row, (faults as { message: string }[])[0]!.message])).toEqual([
      [2, 'belongs to the same record as row 3, which has a fault'],
      [3, 'weight: “two” is no number'],
      [5, 'The parcel is lost.'],
      [6, 'number must not be empty'],
      [7, 'weight is too heavy'],
    ]);
    const chinese = await get(`/${result.id}/errors?language=zh-CN&limit=2`).expect(200);
    expect(chinese.body.items[1].faults[0]).toEqual({
      code: 'not-a-number',
      field: 'weight',
      column: 'weight',
      value: 'two',
      message: 'weight：“two” 不是数字',
    });
    const rest = await get(`/${result.id}/errors?limit=200&cursor=${chinese.body.nextCursor}`).expect(200);
    expect(rest.body.items.map(({ row }: { row: number }) => row)).toEqual([5, 6, 7]);
  });

  it('gives the failed rows back as a file that Excel reads and no spreadsheet runs', async () => {
    const result = await test.bringIn(
      'number,weight,备注\nP1,two,"=cmd|\' /C calc\'!A0"\nP2,x,@SUM(A1)\nP3,-,+86 1\nP4,1\n',
      {
        ...plainMapping,
        columns: { number: 'number', weight: 'weight' },
      },
    );
    const answer = await get(`/${result.id}/errors.csv?language=zh-CN`).buffer(true).parse(asText).expect(200);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.headers['content-disposition']).toContain("filename*=UTF-8''parcels.errors.csv");
    expect(answer.body.split('\r\n')).toEqual([
      '\uFEFFnumber,weight,备注,行号,原因',
      `P1,two,'=cmd|' /C calc'!A0,2,weight：“two” 不是数字`,
      `P2,x,'@SUM(A1),3,weight：“x” 不是数字`,
      `P3,'-,'+86 1,4,weight：“-” 不是数字`,
      'P4,1,,5,有 2 个单元格，表头有 3 个',
      '',
    ]);
    const [record] = await test.database.em.query(
      `select action from platform_audit_entries where subject_id = $1 order by entry_id desc limit 1`,
      [result.id],
    );
    expect(record.action).toBe('imports.export-errors');
  });

  it('shows what a file seems to be before it is brought in', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `P${index};${index};13800138000;2026/1/${(index % 28) + 1}`);
    const inspect = request(test.server).post('/api/v1/imports/inspect').set(operator);
    void inspect
      .attach('file', Buffer.from(`包裹号;重量;手机;寄出时间\n${rows.join('\n')}\n`), 'x.csv')
      .field('kind', 'parcels');
    const { body } = await inspect.expect(200);
    expect(body).toMatchObject({
      encoding: 'utf-8',
      delimiter: ';',
      columns: ['包裹号', '重量', '手机', '寄出时间'],
      missing: [],
      mapping: {
        source: 'import',
        columns: { number: '包裹号', weight: '重量', sentAt: '寄出时间' },
        identities: [{ type: 'phone', from: '手机' }],
      },
    });
    expect(body.rows).toHaveLength(20);
    expect(body.rows[0]).toEqual({ row: 2, cells: ['P0', '0', '13800138000', '2026/1/1'] });
    expect(await fileCount()).toBeGreaterThan(0);
  });

  it('lists the kinds with their fields, and the imports newest first', async () => {
    const kinds = await get('/kinds').expect(200);
    expect(kinds.body.items).toMatchObject([
      { kind: 'parcels', permission: 'parcels.write', keyField: 'number', identityTypes: ['phone'] },
    ]);
    expect(kinds.body.items[0].fields[4]).toMatchObject({
      name: 'size',
      type: 'choice',
      choices: [
        { value: 'small', words: ['小'] },
        { value: 'large', words: ['大'] },
      ],
    });

    await test.upload(FILE, { mapping: plainMapping }).expect(201);
    const first = await get('?limit=2').expect(200);
    expect(first.body.items.map(({ status }: { status: string }) => status)).toEqual(['queued', 'completed']);
    const second = await get(`?limit=200&cursor=${first.body.nextCursor}`).expect(200);
    expect(second.body.items.map(({ id }: { id: string }) => id)).not.toContain(first.body.items[1].id);
    expect((await get('?status=queued')).body.items).toHaveLength(1);
    await test.runJobs();
  });

  it('asks for the permission of the kind, and for its own', async () => {
    const file = Buffer.from(FILE);
    const lacking = request(test.server).post('/api/v1/imports').set(holding('imports.run'));
    const answer = await lacking.attach('file', file, 'a.csv').field('kind', 'parcels');
    expect(answer.body).toMatchObject({ status: 403, extra: { permission: 'parcels.write' } });
    await request(test.server)
      .post('/api/v1/imports')
      .set(holding('parcels.write'))
      .attach('file', file, 'a.csv')
      .expect(403);
    await get('', holding('parcels.write')).expect(403);
  });

  it('keeps nothing of an upload that turns out wrong', async () => {
    const before = await fileCount();
    expect((await test.upload(FILE, { kind: 'boats' })).body).toMatchObject({
      status: 400,
      code: 'imports.unknown-kind',
    });
    expect((await test.upload(FILE, { mapping: '{' })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/mapping' }],
    });
    expect((await test.upload(FILE, { mapping: { ...plainMapping, colour: 1 } })).body.errors).toEqual([
      { pointer: '/mapping/colour', message: 'is not a part of a mapping' },
    ]);
    expect((await test.upload(FILE, { dryRun: 'maybe' })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/dryRun' }],
    });
    expect((await test.upload('a,b\n1,2\n')).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/mapping/columns/number' }, { pointer: '/mapping/columns/weight' }],
    });
    const strange = request(test.server).post('/api/v1/imports').set(operator);
    expect(
      (await strange.attach('file', Buffer.from(FILE), 'a').field('kind', 'parcels').field('when', 'now')).body,
    ).toMatchObject({ errors: [{ pointer: '/when' }] });
    const twice = request(test.server).post('/api/v1/imports').set(operator);
    expect(
      (
        await twice
          .attach('file', Buffer.from(FILE), 'a')
          .attach('file', Buffer.from(FILE), 'b')
          .field('kind', 'parcels')
      ).status,
    ).toBeGreaterThanOrEqual(400);
    expect(
      (await request(test.server).post('/api/v1/imports').set(operator).field('kind', 'parcels')).body,
    ).toMatchObject({ errors: [{ pointer: '/file' }] });
    expect((await post('', { kind: 'parcels' })).body).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(await fileCount()).toBe(before);
  });

  it('refuses a body that breaks off', async () => {
    const broken = await request(test.server)
      .post('/api/v1/imports')
      .set(operator)
      .set('content-type', 'multipart/form-data; boundary=x')
      .send('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nnumber,we');
    expect(broken.body).toMatchObject({ status: 400, code: 'request.malformed' });
  });

  it('refuses a file beyond the limit and keeps nothing of it', async () => {
    const limits = test.app.get(ImportLimits);
    const { fileBytes } = limits;
    limits.fileBytes = 2_000_000;
    const before = await fileCount();
    const answer = await test.upload(Buffer.alloc(9_000_000, 'x'));
    limits.fileBytes = fileBytes;
    expect(answer.body).toMatchObject({
      status: 413,
      code: 'imports.file-too-large',
      extra: { limitBytes: 2_000_000 },
    });
    expect(await fileCount()).toBe(before);
  });

  it('answers for imports that do not exist', async () => {
    const nobody = '/01890a5d-ac96-774b-bcce-b302099a8057';
    for (const path of ['', '/errors', '/errors.csv'])
      expect((await get(nobody + path)).body).toMatchObject({ code: 'imports.not-found' });
    expect((await post(`${nobody}/cancel`)).body).toMatchObject({ status: 404 });
    expect((await post(`${nobody}/start`)).body).toMatchObject({ status: 404 });
    await get('/nonsense').expect(400);
    for (const cursor of ['WyJhIl0', 'nonsense', 'WzFd']) await get(`?cursor=${cursor}`).expect(400);
  });

  it('cancels a waiting import at once, and can start it after all', async () => {
    const { body } = await test.upload(FILE, { mapping: plainMapping }).expect(201);
    expect((await post(`/${body.id}/cancel`).expect(200)).body).toMatchObject({ status: 'cancelled' });
    await test.runJobs();
    expect(test.parcels.kept.size).toBe(0);
    await post(`/${body.id}/start`).expect(200);
    await test.runJobs();
    expect(test.parcels.kept.size).toBe(2);
  });
});

function asText(response: Response, done: (error: Error | null, text: string) => void): void {
  const pieces: Buffer[] = [];
  response.on('data', (piece: Buffer) => pieces.push(piece));
  response.on('end', () => done(null, Buffer.concat(pieces).toString('utf8')));
}
