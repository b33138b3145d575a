import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ImportDetail } from './imports.dto';
import { ImportLimits } from './import-limits';
import { RunsService } from './runs.service';
import { createImportsApp, plainMapping, type ImportsApp } from './testing/imports-app';

const HEADER = 'number,weight,thing';
const never = new AbortController().signal;

describe('running an import', () => {
  let test: ImportsApp;
  let runs: RunsService;

  beforeAll(async () => {
    test = await createImportsApp();
    runs = test.app.get(RunsService);
  });
  afterEach(() => {
    test.parcels.kept.clear();
    test.parcels.batches = [];
    test.parcels.onBatch = () => {};
  });
  afterAll(() => test.close());

  /** Uploads a file without running it. */
  const upload = async (file: string | Buffer, mapping: object = plainMapping): Promise<string> => {
    return (await test.upload(file, { mapping }).expect(201)).body.id as string;
  };
  const stagedRows = async () =>
    (await test.database.em.query('select count(*)::int as n from imports_rows'))[0].n as number;
  const countsOf = ({ status, total, done, created, updated, unchanged, skipped, failed, rows }: ImportDetail) => {
    return { status, total, done, created, updated, unchanged, skipped, failed, rows };
  };

  describe('of a file that is', () => {
    const simple = `${HEADER}\nP1,2,帽子\n`;
    /** 帽子 in GB18030. */
    const gb18030 = Buffer.concat([Buffer.from(`${HEADER}\nP1,2,`), Buffer.from([0xc3, 0xb1, 0xd7, 0xd3, 0x0a])]);

    it.each<[string, string | Buffer, object?]>([
      ['GB18030', gb18030],
      ['UTF-8 with a byte order mark', `\uFEFF${simple}`],
      ['UTF-16, as Excel writes "Unicode text"', Buffer.from(`\uFEFF${simple.replaceAll(',', '\t')}`, 'utf16le')],
      ['separated by semicolons', simple.replaceAll(',', ';')],
      ['separated by tabs', simple.replaceAll(',', '\t')],
      ['written with CRLF', simple.replaceAll('\n', '\r\n')],
      ['without a line end at its end', simple.trimEnd()],
      ['quoted throughout', simple.replaceAll(/[^,\n]+/g, '"$&"')],
      ['compressed', gzipSync(simple)],
      ['with blank lines', simple.replaceAll('\n', '\n\n')],
    ])('%s, it reads what is written', async (_, file) => {
      expect(await test.bringIn(file, plainMapping)).toMatchObject({ status: 'completed', created: 1, failed: 0 });
      expect([...test.parcels.kept.values()]).toEqual([
        JSON.stringify({ number: 'P1', weight: 2, contents: ['帽子'], owner: null }),
      ]);
    });

    it.each<[string, string | Buffer, string]>([
      ['empty', '', 'imports.empty-file'],
      ['a spreadsheet', Buffer.from('PK\u0003\u0004\0\0'), 'imports.not-text'],
      ['another binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]), 'imports.not-text'],
      [
        'in an unknown encoding',
        Buffer.from([...Buffer.from(`${HEADER}\nP1,2,caf`), 0xe9, 0x0a]),
        'imports.unknown-encoding',
      ],
      [
        'a broken archive',
        Buffer.concat([gzipSync(simple).subarray(0, 12), Buffer.from('nonsense')]),
        'imports.broken-gzip',
      ],
      ['without titles', ',,\nP1,2,hat\n', 'imports.bad-header'],
      ['with a header whose quotes are broken', '"number,weight,thing\nP1,2,hat\n', 'imports.bad-header'],
    ])('%s, it is refused at once', async (_, file, code) => {
      expect((await test.upload(file, { mapping: plainMapping })).body).toMatchObject({ status: 422, code });
    });

    it('a header and nothing else, it fails and says so', async () => {
      expect(await test.bringIn(`${HEADER}\n`, plainMapping)).toMatchObject({
        status: 'failed',
        error: { code: 'imports.no-rows' },
      });
    });

    it('broken only behind its first megabyte, it fails with nothing written', async () => {
      const good = `${HEADER}\n${Array.from({ length: 300_000 }, (_, index) => `P${index},1,hat`).join('\n')}\n`;
      const bad = Buffer.concat([Buffer.from(good), Buffer.from([0xff, 0xff, 0x0a])]);
      expect(await test.bringIn(bad, plainMapping)).toMatchObject({
        status: 'failed',
        error: { code: 'imports.unknown-encoding' },
      });
      expect(await test.bringIn(bad, { ...plainMapping, encoding: 'utf-8' })).toMatchObject({
        error: { code: 'imports.wrong-encoding' },
      });
      expect(test.parcels.batches).toEqual([]);
      expect(await stagedRows()).toBe(0);
    });

    it('small and inflates to too much, it fails', async () => {
      const limits = test.app.get(ImportLimits);
      const { inflatedBytes } = limits;
      limits.inflatedBytes = 3_000_000;
      const result = await test.bringIn(gzipSync(`${HEADER}\n${'P1,1,hat\n'.repeat(500_000)}`), plainMapping);
      limits.inflatedBytes = inflatedBytes;
      expect(result).toMatchObject({ status: 'failed', error: { code: 'imports.inflated-too-large' } });
    });

    it('ragged or has broken quotes in places, only the records of these rows fail', async () => {
      const file = `${HEADER}\nP1,1,hat\nP2,2,"scarf\nP3,3\nP4,4,a,b\nP5,5,tea\nP1,1,shoe\n`;
      expect(await test.bringIn(file, plainMapping)).toMatchObject({
        created: 2,
        failed: 3,
        rows: { read: 6, failed: 3 },
      });
      expect([...test.parcels.kept.keys()].sort()).toEqual(['P1', 'P5']);
    });

    it('shifted by a stray delimiter, every record that may lack the row fails', async () => {
      const file = 'weight,number,thing\n1,P1,hat\n2,P2,x\n3,,P2,scarf\n9,P9,hat\n';
      const result = await test.bringIn(file, plainMapping);
      expect(result).toMatchObject({ created: 2, failed: 2, rows: { failed: 2 } });
      expect([...test.parcels.kept.keys()].sort()).toEqual(['P1', 'P9']);
    });
  });

  it('names the columns that a mapping means and the file lacks or has twice', async () => {
    const twice = await test.upload('number,weight,weight\nP1,1,2\n', {
      mapping: { ...plainMapping, columns: { number: 'no', weight: 'weight' } },
    });
    expect(twice.body.errors).toEqual([
      { pointer: '/mapping/columns/number', message: 'the file has no column “no”' },
      { pointer: '/mapping/columns/weight', message: 'the file has 2 columns “weight”' },
    ]);
    const unused = { ...plainMapping, columns: { number: 'number', weight: 'weight' } };
    expect(await test.bringIn('number,weight,x,x\nP1,1,2,3\n', unused)).toMatchObject({ created: 1 });
  });

  it('puts rows of one record together wherever they stand in the file', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `P${index % 2500},1,${index}`);
    expect(await test.bringIn(`${HEADER}\n${rows.join('\n')}\n`, plainMapping)).toMatchObject({
      total: 2500,
      created: 2500,
    });
    expect(test.parcels.batches.map((batch) => batch.length)).toEqual([1000, 1000, 500]);
    expect(test.parcels.batches.flat().every(({ contents }) => contents.length === 2)).toBe(true);
  });

  it('refuses a record with more rows than can belong together, without keeping them in memory', async () => {
    const file = `${HEADER}\n${'P1,1,hat\n'.repeat(12_000)}P2,1,tea\n`;
    const result = await test.bringIn(file, plainMapping);
    expect(countsOf(result)).toMatchObject({ created: 1, failed: 1, rows: { read: 12_001, failed: 12_000 } });
    const [{ n }] = await test.database.em.query('select count(*)::int as n from imports_errors where import_id = $1', [
      result.id,
    ]);
    expect(n).toBe(12_000);
  });

  it('passes over the rows and records that the mapping wants passed over', async () => {
    const mapping = {
      ...plainMapping,
      identities: [{ type: 'phone', from: 'phone' }],
      skipRows: [
        { column: 'weight', atMost: 0 },
        { column: 'thing', startsWith: '#' },
      ],
      skipWithoutIdentity: true,
      dropExactDuplicateRows: true,
    };
    const file = [
      'number,weight,thing,phone',
      'P1,1,hat,13800138000',
      'P1,1,hat,13800138000',
      'P1,0,free,13800138000',
      'P1,1,#note,13800138000',
      'P2,1,tea,',
      'P3,-1,x,13800138000',
      'P4,1,hat,13800138000',
    ].join('\n');
    expect(countsOf(await test.bringIn(file, mapping))).toEqual({
      status: 'completed',
      total: 4,
      done: 4,
      created: 2,
      updated: 0,
      unchanged: 0,
      skipped: 2,
      failed: 0,
      rows: { read: 7, skipped: 5, failed: 0 },
    });
    expect(JSON.parse(test.parcels.kept.get('P1')!)).toMatchObject({ weight: 1 });
  });

  it('fails a record whose rows name different customers', async () => {
    const mapping = { ...plainMapping, identities: [{ type: 'phone', from: 'thing' }] };
    const result = await test.bringIn(`${HEADER}\nP1,1,13800138000\nP1,1,13900139000\nP2,1,13800138000\n`, mapping);
    expect(result).toMatchObject({ created: 1, failed: 1 });
  });

  describe('that is interrupted', () => {
    const RECORDS = 3500;
    const file = `${HEADER}\n${Array.from({ length: RECORDS }, (_, index) => `P${index},${index % 50 === 7 ? 'x' : 1},hat`).join('\n')}\n`;
    const whole = {
      status: 'completed',
      total: RECORDS,
      done: RECORDS,
      created: 3430,
      updated: 0,
      skipped: 0,
      failed: 70,
    };

    it('at any batch, by an error or by a shutdown, ends as if it had run once', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ batch: fc.nat({ max: 3 }), byShutdown: fc.boolean(), isWritten: fc.boolean() }), {
            maxLength: 3,
          }),
          async (stops) => {
            test.parcels.kept.clear();
            const id = await upload(file);
            let reapplied = 0;
            for (const { batch, byShutdown, isWritten } of stops) {
              const shutdown = new AbortController();
              let seen = 0;
              test.parcels.onBatch = (parcels) => {
                if (seen++ !== batch) return;
                if (byShutdown) return shutdown.abort();
                if (isWritten)
                  for (const parcel of parcels) test.parcels.kept.set(parcel.number, JSON.stringify(parcel));
                if (isWritten) reapplied = Math.max(reapplied, parcels.length);
                throw new Error('the connection broke');
              };
              await runs.run(id, shutdown.signal).catch(() => undefined);
            }
            test.parcels.onBatch = () => {};
            await runs.run(id, never);
            const result = await test.get(id);
            expect(result).toMatchObject({ ...whole, created: whole.created - result.unchanged });
            // Only a batch that was written and not yet counted is seen a second time.
            expect(result.unchanged).toBeLessThanOrEqual(stops.filter(({ isWritten }) => isWritten).length * reapplied);
            expect(test.parcels.kept.size).toBe(whole.created);
            const [{ n }] = await test.database.em.query(
              'select count(*)::int as n from imports_errors where import_id = $1',
              [id],
            );
            expect(n).toBe(70);
            expect(await stagedRows()).toBe(0);
          },
        ),
        { numRuns: 8 },
      );
    }, 120_000);

    it('goes on where it was, not from the start', async () => {
      const id = await upload(file);
      let batches = 0;
      test.parcels.onBatch = () => {
        if (++batches === 3) throw new Error('the connection broke');
      };
      await expect(runs.run(id, never)).rejects.toThrow('the connection broke');
      test.parcels.batches = [];
      await runs.run(id, never);
      expect(test.parcels.batches).toHaveLength(2);
    });

    it('reads the file again when its staged rows are gone, and does not repeat what is done', async () => {
      const id = await upload(file);
      let batches = 0;
      test.parcels.onBatch = () => {
        if (++batches === 3) throw new Error('the server crashed');
      };
      await expect(runs.run(id, never)).rejects.toThrow('the server crashed');
      await test.database.em.query('truncate imports_rows');
      test.parcels.batches = [];
      await runs.run(id, never);
      expect(test.parcels.batches).toHaveLength(2);
      expect(await test.get(id)).toMatchObject(whole);
    });

    it('gives up when it keeps failing at the same place', async () => {
      const id = await upload(file);
      test.parcels.onBatch = () => {
        throw new Error('always');
      };
      for (let start = 0; start < 5; start += 1) await runs.run(id, never).catch(() => undefined);
      expect(await test.get(id)).toMatchObject({ status: 'failed', error: { code: 'imports.gave-up' } });
      expect(await stagedRows()).toBe(0);
    });

    it('by a cancellation stops between two batches and keeps what is written', async () => {
      const id = await upload(file);
      const { ImportsService } = await import('./imports.service');
      test.parcels.onBatch = async () => {
        if (test.parcels.batches.length === 1) await test.app.get(ImportsService).cancel(id, null);
      };
      await runs.run(id, never);
      expect(await test.get(id)).toMatchObject({ status: 'cancelled', done: 2000, created: 1960, failed: 40 });
      expect(await stagedRows()).toBe(0);
      await test.runJobs();
      expect((await test.get(id)).done).toBe(2000);
    });

    it('by a second runner that took it for dead leaves the rest to that one', async () => {
      const id = await upload(file);
      let second: Promise<void> | null = null;
      test.parcels.onBatch = () => {
        second ??= runs.run(id, never);
      };
      await runs.run(id, never);
      await second;
      expect(await test.get(id)).toMatchObject({ status: 'completed', total: RECORDS, failed: 70 });
      expect(test.parcels.kept.size).toBe(whole.created);
    });
  });

  it('can be swept away after a month, with everything personal in it', async () => {
    const { id } = await test.bringIn(`${HEADER}\nP1,x,hat\nP2,1,hat\n`, plainMapping);
    await test.database.em.query(`update imports set finished_at = now() - interval '31 days' where import_id = $1`, [
      id,
    ]);
    await test.database.em.query(`update imports_files set created_at = now() - interval '31 days'`);
    const { ImportsSweep } = await import('./imports.jobs');
    await test.app.get(ImportsSweep).sweep();
    expect(await test.get(id)).toMatchObject({ status: 'completed', created: 1, failed: 1, fileKept: false });
    const [{ n }] = await test.database.em.query('select count(*)::int as n from imports_errors where import_id = $1', [
      id,
    ]);
    expect(n).toBe(0);
  });
});
