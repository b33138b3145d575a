import { describe, expect, it } from '@jest/globals';
import { arrivalsBySegment, flowOf, movementMatrix, type RfmMovement } from './movement';

const segment = (code: string, rank: number) => ({ code, rank, names: { zh: code, en: code } });
const scheme = [segment('best', 1), segment('middle', 2), segment('last', 3)];
const step = (from: string | null, to: string | null, customers: number) => ({ from, to, customers });
const movement = {
  segments: scheme,
  previousSegments: scheme,
  steps: [
    step('best', 'best', 60),
    step('best', 'middle', 40),
    step('last', 'best', 5),
    step(null, 'last', 7),
    step('middle', null, 3),
  ],
} as RfmMovement;

describe('the movement matrix', () => {
  const matrix = movementMatrix(movement);
  const at = (from: string, to: string) =>
    matrix.rows.find((row) => row.from === from)!.cells.find((cell) => cell.to === to)!;

  it('has a row and a column for every segment and for being outside', () => {
    expect(matrix.rows.map(({ from }) => from)).toEqual(['best', 'middle', 'last', 'none']);
    expect(matrix.columns.map(({ to }) => to)).toEqual(['best', 'middle', 'last', 'none']);
  });

  it('leaves out what nobody is in: the outside, and the rest of a table that covers all', () => {
    const all = [segment('best', 1), segment('others', 2)];
    const full = movementMatrix({ segments: all, previousSegments: all, steps: [step('best', 'best', 9)] });
    expect(full.rows.map(({ from }) => from)).toEqual(['best']);
    expect(full.columns).toEqual([{ to: 'best', total: 9 }]);
    expect(full.rows[0]!.cells).toHaveLength(1);
  });

  it('loses nobody: rows and columns add up to all steps', () => {
    const all = movement.steps.reduce((total, { customers }) => total + customers, 0);
    expect(matrix.rows.reduce((total, row) => total + row.total, 0)).toBe(all);
    expect(matrix.columns.reduce((total, column) => total + column.total, 0)).toBe(all);
    expect(matrix.rows[0]!.total).toBe(100);
    expect(matrix.columns[0]!.total).toBe(65);
  });

  it('says which way each went', () => {
    expect(at('best', 'middle')).toMatchObject({ customers: 40, direction: 'down' });
    expect(at('last', 'best').direction).toBe('up');
    expect(at('best', 'best').direction).toBe('same');
    expect(at('none', 'last').direction).toBe('new');
    expect(at('middle', 'none').direction).toBe('lapsed');
    expect(at('middle', 'last')).toMatchObject({ customers: 0, direction: 'nobody', level: 0 });
  });

  it('is the deeper the larger the part of the row', () => {
    expect(at('best', 'middle').level).toBe(4);
    expect(at('best', 'best').level).toBe(5);
    expect(at('none', 'last').level).toBe(5);
  });

  it('holds no pair for better or worse when the scheme was changed', () => {
    const changed = movementMatrix({
      ...movement,
      previousSegments: [segment('old', 1)],
      steps: [step('old', 'best', 2)],
    });
    expect(changed.rows[0]!.cells[0]).toMatchObject({ customers: 2, direction: 'changed' });
  });
});

describe('arrivals', () => {
  it('count who rose and who fell into a segment, and how much it grew', () => {
    const arrivals = arrivalsBySegment(movement);
    expect(arrivals.get('best')).toEqual({ up: 5, down: 0, change: -35 });
    expect(arrivals.get('middle')).toEqual({ up: 0, down: 40, change: 37 });
    expect(arrivals.get('last')).toEqual({ up: 0, down: 0, change: 2 });
  });

  it('know no growth for a segment that is new in the scheme', () => {
    const arrivals = arrivalsBySegment({
      ...movement,
      previousSegments: [segment('old', 1)],
      steps: [step('old', 'best', 2)],
    });
    expect(arrivals.get('best')).toEqual({ up: 0, down: 0, change: null });
  });
});

describe('the flow picture', () => {
  it('has the sides apart, in the order of the segments, without those nobody touched', () => {
    const { nodes, links } = flowOf(movement);
    expect(nodes.map(({ name }) => name)).toEqual([
      'before:best',
      'before:middle',
      'before:last',
      'before:none',
      'after:best',
      'after:middle',
      'after:last',
      'after:none',
    ]);
    expect(links).toContainEqual({ source: 'before:none', target: 'after:last', value: 7 });
    expect(flowOf({ ...movement, steps: [step('best', 'last', 1)] }).nodes).toHaveLength(2);
  });
});
