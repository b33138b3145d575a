import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PROGRAMME } from './programme';
import { readProgramme, type ProgrammeSettings } from './read-programme';

const { version: _, ...inForce } = DEFAULT_PROGRAMME;
const TODAY = '2026-11-22';
const read = (changes: Partial<ProgrammeSettings>) => readProgramme({ ...inForce, ...changes }, inForce, TODAY);
const pointers = (changes: Partial<ProgrammeSettings>) => {
  try {
    read(changes);
    return [];
  } catch (error) {
    return (error as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
  }
};
const first = inForce.expiryRules[0]!;
const never = { kind: 'never' } as const;

describe('new settings of the programme', () => {
  it('may add an expiry rule from today on', () => {
    const expiryRules = [first, { from: TODAY, rule: never }, { from: '2027-01-01', rule: first.rule }];
    expect(read({ expiryRules }).expiryRules).toEqual(expiryRules);
  });

  it('may not touch the expiry of points that are earned already', () => {
    expect(pointers({ expiryRules: [{ from: null, rule: never }] })).toEqual(['/expiryRules/0']);
    expect(pointers({ expiryRules: [first, { from: '2026-11-21', rule: never }] })).toEqual(['/expiryRules/1']);
    const begun: ProgrammeSettings = { ...inForce, expiryRules: [first, { from: '2026-06-01', rule: never }] };
    expect(() => readProgramme({ ...begun, expiryRules: [first] }, begun, TODAY)).toThrow('points.programme-invalid');
    expect(readProgramme(begun, begun, TODAY).expiryRules).toEqual(begun.expiryRules);
  });

  it('may drop an expiry rule that has not begun', () => {
    const planned: ProgrammeSettings = { ...inForce, expiryRules: [first, { from: '2027-01-01', rule: never }] };
    expect(readProgramme(inForce, planned, TODAY).expiryRules).toEqual([first]);
  });

  it('have their expiry rules in order, the first without a day', () => {
    expect(pointers({ expiryRules: [{ from: TODAY, rule: never }] })).toEqual(['/expiryRules/0/from']);
    expect(pointers({ expiryRules: [first, { from: null, rule: never }] })).toEqual(['/expiryRules/1/from']);
    const twice = [first, { from: '2027-01-01', rule: never }, { from: '2027-01-01', rule: never }];
    expect(pointers({ expiryRules: twice })).toEqual(['/expiryRules/2/from']);
    expect(pointers({ expiryRules: [] })).toEqual(['/expiryRules']);
  });

  it('name a zone that exists and whole days of warning', () => {
    expect(pointers({ timeZone: 'Mars/Olympus' })).toEqual(['/timeZone']);
    expect(pointers({ warningDays: [30, 1.5] })).toEqual(['/warningDays/1']);
    expect(pointers({ expiryRules: [first, { from: '2027-01-01', rule: { kind: 'inactivity', months: 0 } }] })).toEqual(
      ['/expiryRules/1/rule/months'],
    );
    expect(read({ warningDays: [1, 30, 7, 30] }).warningDays).toEqual([30, 7, 1]);
  });
});
