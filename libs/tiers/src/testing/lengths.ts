/** `npm run test:long` asks more of the same tests than `npm test` does. */
const isLong = Boolean(process.env.TEST_LONG);

/** How many runs a property gets; `FC_RUNS=1000` names them. */
export function runs(short: number, many: number): number {
  return Number(process.env.FC_RUNS) || (isLong ? many : short);
}

/** How many milliseconds these may take. */
export function long(short: number, many: number): number {
  return isLong ? many : short;
}
