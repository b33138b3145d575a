import { parseArgs } from 'node:util';
import { DomainError } from '@siyu/kernel';

/** What `bench` was asked for. */
export interface BenchOptions {
  customers: number;
  orders: number;
  /** Names of the scenarios; all when empty. */
  only: string[];
  /** File for the results as JSON. */
  json: string | null;
  /** Measures for a moment only: tells that the suite works, nothing else. */
  quick: boolean;
  /** Leaves the filled database for the next time. */
  keep: boolean;
}

const USAGE =
  'bench [--customers 100000] [--orders 1000000] [--only rfm,search] [--json results.json] [--quick] [--keep]\n' +
  '--keep leaves the filled database on the server of DATABASE_URL for the next time.';
const MOST_CUSTOMERS = 20_000_000;
const MOST_ORDERS = 500_000_000;

/** @throws DomainError `bench.arguments` (invalid) with the usage */
export function readBenchOptions(args: string[], scenarios: readonly string[]): BenchOptions {
  const values = parsed(args);
  const only = (values.only ?? '').split(',').filter(Boolean);
  const unknown = only.find((name) => !scenarios.includes(name));
  if (unknown !== undefined) throw refused(`There is no scenario "${unknown}", only ${scenarios.join(', ')}`);
  return {
    customers: whole('--customers', values.customers ?? '100000', MOST_CUSTOMERS),
    orders: whole('--orders', values.orders ?? '1000000', MOST_ORDERS),
    only,
    json: values.json ?? null,
    quick: values.quick ?? false,
    keep: values.keep ?? false,
  };
}

function parsed(args: string[]) {
  try {
    const options = {
      customers: { type: 'string' },
      orders: { type: 'string' },
      only: { type: 'string' },
      json: { type: 'string' },
      quick: { type: 'boolean' },
      keep: { type: 'boolean' },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw refused((error as Error).message.split('. ')[0]!);
  }
}

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^[1-9]\d*$/.test(text) && value <= most) return value;
  throw refused(`${name} is a whole number from 1 to ${most}`);
}

function refused(why: string): DomainError {
  return new DomainError('bench.arguments', 'invalid', `${why}.\nUsage: ${USAGE}`);
}
