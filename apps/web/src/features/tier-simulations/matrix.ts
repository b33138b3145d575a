import {
  NO_TIER,
  shareOf,
  wayOf,
  type DrawnTier,
  type Selection,
  type Sides,
  type Simulation,
  type Way,
} from './model';

export interface MatrixCell {
  to: string;
  customers: number;
  /** Of the tier they come from. */
  share: number;
  way: Way;
  /** Depth of colour, 0 to 5: which part of the row goes there. Who stays has none. */
  level: number;
  /** The customers behind the number; null where there is nobody to list: only those who move are, and those not for ever. */
  opens: Selection | null;
}

export interface MatrixRow {
  tier: DrawnTier;
  total: number;
  moving: number;
  opens: Selection | null;
  cells: MatrixCell[];
}

export interface MatrixColumn {
  tier: DrawnTier;
  total: number;
  arriving: number;
  opens: Selection | null;
}

export interface Matrix {
  rows: MatrixRow[];
  columns: MatrixColumn[];
  total: number;
}

type Told = Pick<Simulation, 'terms' | 'matrix' | 'customersDroppedAt'>;

/** Parts of a row from which the colour deepens. */
const DEPTHS = [0.05, 0.15, 0.3, 0.6];

/** Old tiers (rows) by new ones (columns), the highest first; every pair is there, also those that nobody takes. */
export function matrixOf(told: Told, sides: Sides): Matrix {
  const counts = countsOf(told);
  const listed = (selection: Selection, customers: number) =>
    customers > 0 && told.customersDroppedAt === null ? selection : null;
  const rows = sides.before.map((tier) => {
    const found = sides.after.map(({ key }) => counts.get(pair(tier.key, key)) ?? 0);
    const total = sum(found);
    const from = listedAs(told, tier.key);
    const cells = sides.after.map(({ key: to }, index): MatrixCell => {
      const customers = found[index]!;
      const way = wayOf(told.terms, tier.key, to);
      const moving = way === 'same' ? 0 : customers;
      const share = shareOf(customers, total);
      return { to, customers, share, way, level: moving && depthOf(share), opens: listed({ from, to }, moving) };
    });
    const moving = sum(cells.filter(moves).map(({ customers }) => customers));
    return { tier, total, moving, opens: listed({ from }, moving), cells };
  });
  const columns = sides.after.map((tier, index) => {
    const cells = rows.map((row) => row.cells[index]!);
    const arriving = sum(cells.filter(moves).map(({ customers }) => customers));
    const total = sum(cells.map(({ customers }) => customers));
    return { tier, total, arriving, opens: listed({ to: tier.key }, arriving) };
  });
  return { rows, columns, total: sum(rows.map(({ total }) => total)) };
}

export interface FlowNode {
  /** Unique on the picture: a tier stands on both sides. */
  name: string;
  tier: DrawnTier;
  depth: 0 | 1;
}

export interface FlowLink {
  source: string;
  target: string;
  value: number;
  way: Way;
  opens: Selection | null;
}

/** The flow picture: what stands on each side, highest first, and who goes from where to where. */
export function flowOf(told: Told, sides: Sides, movesOnly: boolean): { nodes: FlowNode[]; links: FlowLink[] } {
  const links = matrixOf(told, sides).rows.flatMap(({ tier, cells }) =>
    cells
      .filter(({ customers, way }) => customers > 0 && (way !== 'same' || !movesOnly))
      .map(({ to, customers, way, opens }) => ({
        source: `before:${tier.key}`,
        target: `after:${to}`,
        value: customers,
        way,
        opens,
      })),
  );
  const used = new Set(links.flatMap(({ source, target }) => [source, target]));
  const nodes = [
    ...sides.before.map((tier) => ({ name: `before:${tier.key}`, tier, depth: 0 as const })),
    ...sides.after.map((tier) => ({ name: `after:${tier.key}`, tier, depth: 1 as const })),
  ];
  return { nodes: nodes.filter(({ name }) => used.has(name)), links };
}

/** Where nearly everybody stays, those who move are drawn alone: beside the others they would be a thread. */
export function drawsMovesOnly({ up, down, same }: { up: number; down: number; same: number }): boolean {
  return up + down > 0 && shareOf(same, up + down + same) > 0.6;
}

/** Whoever stands in no tier is listed as coming from the draft's lowest. */
function listedAs({ terms }: Told, key: string): string {
  return key === NO_TIER ? terms.tiers[0]!.key : key;
}

function countsOf({ matrix }: Told): Map<string, number> {
  return new Map((matrix ?? []).map(({ from, to, customers }) => [pair(from ?? NO_TIER, to), customers]));
}

function depthOf(share: number): number {
  return 1 + DEPTHS.filter((depth) => share >= depth).length;
}

const moves = ({ way }: MatrixCell) => way !== 'same';
const pair = (from: string, to: string) => JSON.stringify([from, to]);
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
