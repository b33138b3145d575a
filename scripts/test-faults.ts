import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.ts';
import { Caller } from './faults/caller.ts';
import { FaultHouse } from './faults/house.ts';
import { Rounds } from './faults/rounds.ts';
import { tamper } from './faults/tamper.ts';
import { Problem, run } from './problem.mjs';

/*
 * `npm run test:faults -- --rounds 30 --clients 16 --customers 40 --seed …`: API, worker and PostgreSQL are killed (kill -9) at
 * random moments while clients earn, spend, hold and take back points. After each round every answer that was given is held
 * against the ledger. At the end a line is changed by hand, which `verify` has to name. Any loss ends it with code 1.
 */

const abort = new AbortController();
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => abort.abort());

await run(async () => {
  const options = {
    rounds: { type: 'string', default: '30' },
    clients: { type: 'string', default: '16' },
    customers: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(randomInt(2 ** 32)) },
  } as const;
  const { values } = parseArgs({ options });
  const [rounds, clients, customers, seed] = [values.rounds, values.clients, values.customers, values.seed].map(whole);
  await ensureBuilt(abort.signal);
  console.log(`seed ${seed}`);
  const house = new FaultHouse(abort.signal);
  try {
    await house.open();
    const caller = new Caller(house.address);
    await caller.signIn();
    const run = new Rounds(house, caller, { clients: clients!, customers: customers!, seed: seed! });
    await run.play(rounds!, abort.signal);
    const faults = [...run.report(), ...(await tamper(house, caller))];
    if (faults.length > 0) console.error(`\n${faults.join('\n')}`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await house.close();
  }
});

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Problem(`${text} is no whole number above zero.`);
  return number;
}
