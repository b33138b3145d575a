import { describe, expect, it } from '@jest/globals';
import { nameFindings, sizeFindings } from './files.ts';
import { readSources, told } from './sources.ts';

const lines = (count: number) => 'a\n'.repeat(count);
const short = Array.from({ length: 30 }, (_, index) => ({ path: `libs/a/${index}.ts`, text: lines(20) }));

describe('files of the house', () => {
  const sources = readSources();

  it('are small', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(told(sizeFindings(sources))).toEqual([]);
  });

  it('have names that say what is inside', () => {
    expect(told(nameFindings(sources))).toEqual([]);
  });

  it('are refused when one has more than 400 lines', () => {
    const text = lines(401);
    expect(told(sizeFindings([...short, { path: 'libs/a/long.ts', text }]))).toEqual([
      'libs/a/long.ts: has 401 lines, the limit is 400',
    ]);
    expect(sizeFindings([...short, { path: 'libs/a/long.ts', text: lines(400) }])).toEqual([]);
  });

  it('are refused when more than one in ten has more than 200 lines', () => {
    const long = Array.from({ length: 4 }, (_, index) => ({ path: `libs/b/${index}.ts`, text: lines(201) }));
    expect(sizeFindings([...short, ...long])).toHaveLength(1);
    expect(sizeFindings([...short, ...long.slice(1)])).toEqual([]);
  });

  it.each([
    'libs/a/src/utils.ts',
    'libs/a/src/date-helpers.ts',
    'libs/common/src/a.ts',
    'libs/a/src/orders.manager.ts',
    'libs/a/src/base.ts',
  ])('are refused when called %s', (path) => {
    expect(nameFindings([{ path, text: '' }])).toHaveLength(1);
  });

  it.each(['libs/a/src/database.ts', 'libs/a/src/common-passwords.ts', 'apps/web/src/baseline.vue'])(
    'may be called %s',
    (path) => {
      expect(nameFindings([{ path, text: '' }])).toEqual([]);
    },
  );
});
