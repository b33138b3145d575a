import { describe, expect, it } from '@jest/globals';
import { Parcels } from '../testing/parcels.kind';
import { guessMapping } from './guess';
import { columnFaults, typeWithin, type ImportMapping } from './mapping';
import { readMapping } from './read-mapping';

const { kind } = new Parcels();
const sound = { source: 'depot', columns: { number: 'no', weight: 'kg' } };

/** Pointers of the faults, with their sentences. */
function faultsOf(raw: unknown): Record<string, string> {
  const read = readMapping(raw, kind);
  if ('mapping' in read) return {};
  return Object.fromEntries(read.faults.map(({ pointer, message }) => [pointer, message]));
}

describe('a mapping', () => {
  it('takes its texts from a column, from several, from the row number, or the same for all rows', () => {
    const columns = {
      number: { columns: ['shop', 'no'], join: '-' },
      weight: 'kg',
      thing: { value: 'hat' },
      'extra.place': 'city',
    };
    expect(faultsOf({ ...sound, columns })).toEqual({});
    expect(faultsOf({ ...sound, columns: { ...columns, number: { rowNumber: true } } })).toEqual({});
  });

  it.each<[string, unknown, string, string]>([
    ['is no object', [], '', 'must be a JSON object'],
    ['has an unknown part', { ...sound, colour: 1 }, '/colour', 'is not a part of a mapping'],
    ['has no source', { columns: sound.columns }, '/source', 'is missing: the shop or system that the file is from'],
    ['has a source with spaces', { ...sound, source: 'my shop' }, '/source', 'must match'],
    [
      'lacks a required field',
      { ...sound, columns: { number: 'no' } },
      '/columns/weight',
      'is missing; every record needs it',
    ],
    [
      'names a field that there is not',
      { ...sound, columns: { ...sound.columns, colour: 'c' } },
      '/columns/colour',
      'is not a field of parcels',
    ],
    [
      'names a family instead of a field',
      { ...sound, columns: { ...sound.columns, 'extra.*': 'c' } },
      '/columns/extra.*',
      'is not a field of parcels',
    ],
    [
      'has a column of no form',
      { ...sound, columns: { ...sound.columns, thing: { column: 'x' } } },
      '/columns/thing',
      'must be the name of a column',
    ],
    [
      'joins no columns',
      { ...sound, columns: { ...sound.columns, thing: { columns: [] } } },
      '/columns/thing',
      'must be the name of a column',
    ],
    ['has an unknown zone', { ...sound, timeZone: 'Mars/Base' }, '/timeZone', 'is no known time zone'],
    ['has an unknown encoding', { ...sound, encoding: 'ebcdic' }, '/encoding', 'must be one of'],
    ['has a currency in words', { ...sound, currency: 'yuan' }, '/currency', 'must match'],
    ['has an identity without type', { ...sound, identities: [{ from: 'x' }] }, '/identities/0/type', 'must match'],
    [
      'has an identity with more',
      { ...sound, identities: [{ type: 'phone', from: 'x', a: 1 }] },
      '/identities/0/a',
      'is not a part of an identity',
    ],
    [
      'skips rows for two reasons at once',
      { ...sound, skipRows: [{ column: 'kg', atMost: 0, equals: '0' }] },
      '/skipRows/0',
      'must have a column and one of',
    ],
    [
      'has an option of another kind',
      { ...sound, options: { total: 'sum' } },
      '/options/total',
      'is not an option of parcels',
    ],
  ])('that %s says so', (_, raw, pointer, message) => {
    expect(faultsOf(raw)[pointer]).toContain(message);
  });

  it('must name columns that the file has, each once', () => {
    const mapping: ImportMapping = {
      ...sound,
      identities: [{ type: 'phone', from: 'tel' }],
      skipRows: [{ column: 'state', isEmpty: true }],
    };
    expect(columnFaults(mapping, ['no', 'kg', 'kg', 'tel'])).toEqual([
      { pointer: '/columns/weight', message: 'the file has 2 columns “kg”' },
      { pointer: '/skipRows/0/column', message: 'the file has no column “state”' },
    ]);
  });

  it("keeps two shops' own customer numbers apart", () => {
    expect(typeWithin('Tmall-1', '{source}_customer_no')).toBe('tmall_1_customer_no');
    expect(typeWithin('1688', '{source}_customer_no')).toBe('s1688_customer_no');
    expect(typeWithin('depot', 'phone')).toBe('phone');
  });
});

describe('the guess of a mapping', () => {
  const guess = (columns: string[], ...rows: string[][]) => guessMapping(kind, columns, rows);

  it('goes by titles in Chinese and English, whatever their case and punctuation', () => {
    expect(guess(['包裹号', 'Weight', 'THING', 'x'], ['P1', '2', 'hat', 'y']).mapping).toEqual({
      source: 'import',
      columns: { number: '包裹号', weight: 'Weight', thing: 'THING' },
      identities: [],
    });
    expect(guess(['Parcel_No.', '重量(kg)']).mapping.columns).toEqual({ number: 'Parcel_No.', weight: '重量(kg)' });
  });

  it('goes by values where titles say nothing, and against titles that lie', () => {
    const { mapping } = guess(['phone', 'contact'], ['Ann', '13800138000'], ['Beth', '13900139000']);
    expect(mapping.identities).toEqual([{ type: 'phone', from: 'contact' }]);
    expect(guess(['weight', 'parcel no'], ['heavy', 'P1'], ['light', 'P2']).missing).toEqual(['weight']);
  });

  it('finds out which number of a date is the day, and which mark separates decimals', () => {
    const columns = ['parcel no', 'weight', 'sent at'];
    expect(guess(columns, ['P1', '1,5', '13/01/2026'], ['P2', '2,5', '01/02/2026']).mapping).toMatchObject({
      dateOrder: 'dmy',
      decimalMark: ',',
    });
    expect(guess(columns, ['P1', '1', '01/13/2026']).mapping.dateOrder).toBe('mdy');
    expect(guess(columns, ['P1', '1.5', '2026-01-13']).mapping).not.toHaveProperty('dateOrder');
  });

  it('gives no column to two fields and no field two columns', () => {
    const { mapping } = guess(['parcel no', 'parcel-no', 'weight']);
    expect(Object.keys(mapping.columns)).toEqual(['number', 'weight']);
  });

  it('names what is missing', () => {
    expect(guess(['a', 'b'], ['1', '2']).missing).toEqual(['number', 'weight']);
  });
});
