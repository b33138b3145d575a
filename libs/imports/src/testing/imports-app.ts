import type { INestApplication } from '@nestjs/common';
import request from 'supertest';
import { createTestApp, holding, type TestApp } from '@siyu/platform/testing';
import { ImportKinds } from '../import-kinds';
import type { ImportDetail } from '../imports.dto';
import { ImportsModule } from '../imports.module';
import { Parcels } from './parcels.kind';

export const operator = holding('imports.read', 'imports.run', 'parcels.write');

export interface ImportsApp extends TestApp {
  parcels: Parcels;
  upload(file: string | Buffer, fields?: { mapping?: object | string; dryRun?: string; kind?: string }): request.Test;
  /** Uploads, runs to the end and says how it ended. */
  bringIn(file: string | Buffer, mapping?: object, dryRun?: boolean): Promise<ImportDetail>;
  get(id: string): Promise<ImportDetail>;
}

/** The imports context over a real database, with parcels as the only kind. */
export async function createImportsApp(): Promise<ImportsApp> {
  const test = await createTestApp({ imports: [ImportsModule] });
  const parcels = new Parcels();
  (test.app as INestApplication).get(ImportKinds).register(parcels.kind);

  const upload: ImportsApp['upload'] = (file, { mapping, dryRun, kind = 'parcels' } = {}) => {
    const post = request(test.server).post('/api/v1/imports').set(operator);
    void post.attach('file', Buffer.from(file), 'parcels.csv').field('kind', kind);
    if (mapping !== undefined)
      void post.field('mapping', typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
    if (dryRun !== undefined) void post.field('dryRun', dryRun);
    return post;
  };
  const get = async (id: string) => {
    return (await request(test.server).get(`/api/v1/imports/${id}`).set(operator).expect(200)).body as ImportDetail;
  };
  const bringIn = async (file: string | Buffer, mapping?: object, dryRun = false) => {
    const { body } = await upload(file, { mapping, dryRun: String(dryRun) }).expect(201);
    await test.runJobs();
    return get(body.id);
  };
  return { ...test, parcels, upload, bringIn, get };
}

/** A mapping that fits `number,weight,thing`. */
export const plainMapping = {
  source: 'depot',
  timeZone: 'Asia/Shanghai',
  columns: { number: 'number', weight: 'weight', thing: 'thing' },
};
