import { describe, expect, it } from '@jest/globals';
import {
  composedSources,
  missingOf,
  parseMapping,
  progressOf,
  sourceFrom,
  stateOf,
  targetOf,
  withTarget,
  type ImportKind,
  type Mapping,
} from './model';

const mapping: Mapping = {
  source: 'shop',
  columns: { externalId: { columns: ['customer', 'date'] }, total: 'Paid' },
  identities: [{ type: 'phone', from: 'Tel' }],
  skipRows: [{ column: 'Paid', atMost: 0 }],
};

describe('the use of a column', () => {
  it('is found among fields and identities', () => {
    expect(targetOf(mapping, 'Paid')).toBe('field:total');
    expect(targetOf(mapping, 'Tel')).toBe('identity:phone');
    expect(targetOf(mapping, 'date')).toBe('');
  });

  it('frees the column that held the field before, and carries along what the screen does not know', () => {
    const changed = withTarget(mapping, 'Sum', 'field:total');
    expect(targetOf(changed, 'Paid')).toBe('');
    expect(targetOf(changed, 'Sum')).toBe('field:total');
    expect(changed.skipRows).toEqual(mapping.skipRows);
  });

  it('can be taken away or turned from an identity into a field', () => {
    expect(targetOf(withTarget(mapping, 'Paid', ''), 'Paid')).toBe('');
    const changed = withTarget(mapping, 'Tel', 'field:channel');
    expect(changed.identities).toEqual([]);
    expect(targetOf(changed, 'Tel')).toBe('field:channel');
  });

  it('is told in words when it is joined of several columns', () => {
    expect(composedSources(mapping)).toEqual([{ field: 'externalId', from: 'customer + date' }]);
  });
});

describe('a mapping', () => {
  const kind = {
    identityRequired: true,
    fields: [
      { name: 'externalId', required: true },
      { name: 'placedAt', required: true },
      { name: 'sku', required: false },
    ],
  } as ImportKind;

  it('says which required fields nothing gives', () => {
    expect(missingOf(mapping, kind)).toEqual(['placedAt']);
    expect(missingOf({ columns: {}, identities: [] }, kind)).toEqual(['externalId', 'placedAt', 'identities']);
  });

  it.each(['', '[]', 'null', '{"columns":1}', '{"identities":{}}', '{'])('is not made of %j', (text) => {
    expect(parseMapping(text)).toBeNull();
  });

  it('is read with what was left out filled in', () => {
    expect(parseMapping('{"source":"a"}')).toEqual({ source: 'a', columns: {}, identities: [] });
  });

  it('gets a source name that the server accepts from the name of the file', () => {
    expect(sourceFrom('Tmall 2026-11 订单.csv')).toBe('Tmall-2026-11');
    expect(sourceFrom('订单.csv.gz')).toBe('');
    expect(sourceFrom('online_retail.csv.gz')).toBe('online_retail');
  });
});

describe('an import', () => {
  const run = { status: 'running', phase: 'reading', bytesRead: 50, fileBytes: 100, done: 0, total: null } as const;

  it('is a third done when the file is read', () => {
    expect(progressOf(run)).toBeCloseTo(1 / 6);
    expect(progressOf({ ...run, phase: 'applying', total: 10, done: 5 })).toBeCloseTo(2 / 3);
    expect(progressOf({ ...run, status: 'completed', phase: null })).toBe(1);
    expect(progressOf({ ...run, status: 'queued', phase: null })).toBeNull();
  });

  it('waits for a decision after a dry run and wants a look when rows failed', () => {
    expect(stateOf({ status: 'completed', dryRun: true, failed: 3 })).toBe('checked');
    expect(stateOf({ status: 'completed', dryRun: false, failed: 3 })).toBe('partly');
    expect(stateOf({ status: 'completed', dryRun: false, failed: 0 })).toBe('completed');
    expect(stateOf({ status: 'cancelled', dryRun: false, failed: 0 })).toBe('cancelled');
  });
});
