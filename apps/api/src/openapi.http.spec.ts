import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildOpenApi } from '@siyu/platform';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import { contexts } from './app.module';
import { describeApi, type ApiDescription } from './openapi';

const committed = (file: string) =>
  readFile(fileURLToPath(new URL(`../../../libs/api-client/${file}`, import.meta.url)), 'utf8');

describe('the description of the API', () => {
  let test: TestApp;
  let description: ApiDescription;
  beforeAll(async () => {
    test = await createTestApp({ imports: contexts as never });
    description = await describeApi();
  });
  afterAll(() => test.close());

  it('is the same without a database as of the running server', () => {
    expect(JSON.parse(description.document)).toEqual(JSON.parse(JSON.stringify(buildOpenApi(test.app))));
  });

  it('is committed as it is now (else: npx nx run api:openapi)', async () => {
    expect(await committed('openapi.json')).toBe(description.document);
    expect(await committed('src/schema.d.ts')).toBe(description.types);
  });

  it('names every schema and leaves no reference dangling', () => {
    const { components } = JSON.parse(description.document) as { components: { schemas: Record<string, unknown> } };
    const names = Object.keys(components.schemas);
    const refs = [...description.document.matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(([, name]) => name);
    expect(refs.length).toBeGreaterThan(0);
    expect(refs.filter((name) => !names.includes(name!))).toEqual([]);
  });

  it('says of every route what it answers when all goes well, and that it answers problems otherwise', () => {
    const { paths } = JSON.parse(description.document) as {
      paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
    };
    const silent = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { responses }]) => {
        const good = Object.entries(responses).filter(([status]) => /^2/.test(status));
        const told = good.length > 0 && good.every(([status, { content }]) => status === '204' || content);
        return told && responses.default ? [] : [`${method} ${path}`];
      }),
    );
    expect(silent).toEqual([]);
  });
});
