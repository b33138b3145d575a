/** How many runs a property gets: few in `npm test`, many in `npm run test:long`. */
export function runs(short: number, long: number): number {
  return process.env.TEST_LONG ? long : short;
}
