/** What a scenario is run on. */
export interface BenchContext {
  /** A migrated database with the generated customers and orders in it. */
  databaseUrl: string;
  /** How many there are. */
  customers: number;
  orders: number;
  /** For a moment only, to see that it works. */
  quick: boolean;
  /** Tells whoever waits what is being done. */
  log(line: string): void;
}

/** One line of the table that the suite prints. */
export interface BenchRow {
  figure: string;
  value: number;
  unit: string;
  /** What was promised, when something was. */
  limit?: string;
}

/** One promise of the house, measured. */
export interface Scenario {
  name: string;
  run(context: BenchContext): Promise<{ rows: BenchRow[] }>;
}
