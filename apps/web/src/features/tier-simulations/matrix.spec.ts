import { describe, expect, it } from '@jest/globals';
import { drawsMovesOnly, flowOf, matrixOf } from './matrix';
import { NO_TIER, sidesOf, type Simulation, type Terms } from './model';

const tier = (key: string, replaces: string[] = []) =>
  ({
    key,
    name: key,
    icon: 'medal',
    colour: '#123456',
    enter: null,
    keep: null,
    benefits: [],
    replaces,
  }) as Terms['tiers'][number];
const terms = (...tiers: Terms['tiers']) => ({ tiers }) as Terms;

const draft = terms(tier('regular'), tier('silver', ['bronze']), tier('gold'));
const inForce = terms(tier('regular'), tier('bronze'), tier('gold'));
const cell = (from: string | null, to: string, customers: number) => ({ from, to, customers, points: 0 });

function simulation(matrix: Simulation['matrix'], rest: Partial<Simulation> = {}): Simulation {
  return { terms: draft, matrix, result: null, baseVersion: 1, customersDroppedAt: null, ...rest } as Simulation;
}

const told = simulation([
  cell('regular', 'regular', 900),
  cell('regular', 'silver', 80),
  cell('regular', 'gold', 20),
  cell('bronze', 'silver', 60),
  cell('bronze', 'regular', 40),
  cell('gold', 'gold', 10),
]);
const sides = sidesOf(told, inForce);

describe('the matrix of a simulation', () => {
  const matrix = matrixOf(told, sides);
  const cellOf = (from: string, to: string) =>
    matrix.rows.find((row) => row.tier.key === from)!.cells.find((each) => each.to === to)!;

  it('holds every pair of tiers, the highest first on both sides', () => {
    expect(matrix.rows.map((row) => row.tier.key)).toEqual(['gold', 'bronze', 'regular']);
    expect(matrix.columns.map((column) => column.tier.key)).toEqual(['gold', 'silver', 'regular']);
    expect(matrix.rows.map((row) => row.cells.map(({ customers }) => customers))).toEqual([
      [10, 0, 0],
      [0, 60, 40],
      [20, 80, 900],
    ]);
  });

  it('adds up to the same number of customers by rows and by columns', () => {
    expect(matrix.rows.map(({ total }) => total)).toEqual([10, 100, 1000]);
    expect(matrix.columns.map(({ total }) => total)).toEqual([30, 140, 940]);
    expect(matrix.total).toBe(1110);
  });

  it('tells which part of a tier goes where, and colours only those who move', () => {
    expect(cellOf('bronze', 'regular')).toMatchObject({ share: 0.4, way: 'down', level: 4 });
    expect(cellOf('regular', 'gold')).toMatchObject({ share: 0.02, way: 'up', level: 1 });
    expect(cellOf('regular', 'regular')).toMatchObject({ share: 0.9, way: 'same', level: 0 });
    expect(cellOf('gold', 'regular')).toMatchObject({ share: 0, level: 0 });
  });

  it('opens who moves; who stays, and nobody, has no list', () => {
    expect(cellOf('regular', 'silver').opens).toEqual({ from: 'regular', to: 'silver' });
    expect(cellOf('bronze', 'silver').opens).toBeNull();
    expect(cellOf('gold', 'silver').opens).toBeNull();
    expect(matrix.rows.map(({ moving, opens }) => [moving, opens])).toEqual([
      [0, null],
      [40, { from: 'bronze' }],
      [100, { from: 'regular' }],
    ]);
    expect(matrix.columns.map(({ arriving, opens }) => [arriving, opens])).toEqual([
      [20, { to: 'gold' }],
      [80, { to: 'silver' }],
      [40, { to: 'regular' }],
    ]);
  });

  it('opens nothing once the customers are kept no longer', () => {
    const dropped = matrixOf({ ...told, customersDroppedAt: '2026-01-01T00:00:00Z' }, sides);
    const opening = dropped.rows.flatMap(({ opens, cells }) => [opens, ...cells.map((each) => each.opens)]);
    expect([...opening, ...dropped.columns.map(({ opens }) => opens)].filter(Boolean)).toEqual([]);
    expect(dropped.total).toBe(1110);
  });

  it('lists those who stood in no tier as coming from the lowest of the draft', () => {
    const first = simulation([cell(null, 'regular', 5), cell(null, 'gold', 2)], { baseVersion: null });
    const [row, ...others] = matrixOf(first, sidesOf(first, null)).rows;
    expect(others).toEqual([]);
    expect(row).toMatchObject({ tier: { key: NO_TIER }, total: 7, moving: 2, opens: { from: 'regular' } });
    expect(row!.cells[0]).toMatchObject({ to: 'gold', way: 'up', opens: { from: 'regular', to: 'gold' } });
  });
});

describe('the flow picture', () => {
  it('leads from the tier now to the tier once published, and opens the same customers as the matrix', () => {
    const { nodes, links } = flowOf(told, sides, false);
    expect(links.reduce((total, { value }) => total + value, 0)).toBe(1110);
    expect(links.find(({ source, target }) => source === 'before:bronze' && target === 'after:regular')).toEqual({
      source: 'before:bronze',
      target: 'after:regular',
      value: 40,
      way: 'down',
      opens: { from: 'bronze', to: 'regular' },
    });
    expect(nodes.map(({ name }) => name)).toEqual([
      ...['before:gold', 'before:bronze', 'before:regular'],
      ...['after:gold', 'after:silver', 'after:regular'],
    ]);
  });

  it('leaves out who stays, and tiers that nobody leaves or reaches, when only moves are wanted', () => {
    const { nodes, links } = flowOf(told, sides, true);
    expect(links.map(({ value }) => value)).toEqual([40, 20, 80]);
    expect(nodes.map(({ name }) => name)).not.toContain('before:gold');
  });

  it('begins with the moves alone where nearly everybody stays', () => {
    expect(drawsMovesOnly({ up: 5, down: 5, same: 90 })).toBe(true);
    expect(drawsMovesOnly({ up: 30, down: 30, same: 40 })).toBe(false);
    expect(drawsMovesOnly({ up: 0, down: 0, same: 100 })).toBe(false);
  });
});
