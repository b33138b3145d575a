import { writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import type { BenchRow } from './scenario';

export interface BenchReport {
  machine: { cores: number; memoryMb: number; node: string; postgres: string };
  customers: number;
  orders: number;
  scenarios: { name: string; seconds: number; rows: BenchRow[] }[];
}

export function thisMachine(postgres: string): BenchReport['machine'] {
  return {
    cores: availableParallelism(),
    memoryMb: Math.round(totalmem() / 2 ** 20),
    node: process.versions.node,
    postgres,
  };
}

export function writeJson(file: string, report: BenchReport): void {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}

/** The figures of all scenarios as a table for people. */
export function tableOf({ machine, customers, orders, scenarios }: BenchReport): string {
  const cells = scenarios
    .flatMap(({ rows }) => rows)
    .map(({ figure, value, unit, limit }) => [figure, value.toLocaleString('en'), unit, limit ?? '']);
  const header = ['figure', 'value', 'unit', 'promised'];
  const widths = header.map((_, column) => Math.max(...[header, ...cells].map((row) => row[column]!.length)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => (column === 1 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd();
  const size = `${customers.toLocaleString('en')} customers, ${orders.toLocaleString('en')} orders`;
  const where = `${machine.cores} cores, ${machine.memoryMb.toLocaleString('en')} MB, PostgreSQL ${machine.postgres}`;
  return [`${size}; ${where}`, '', ...[header, widths.map((width) => '-'.repeat(width)), ...cells].map(line), ''].join(
    '\n',
  );
}
