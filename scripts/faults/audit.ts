import { setTimeout as sleep } from 'node:timers/promises';
import type { Asked } from './acts.ts';
import type { Caller } from './caller.ts';
import type { FaultHouse } from './house.ts';

/** What a comparison of the answers with the ledger found. */
export interface Audit {
  acked: number;
  lost: number;
  doubled: number;
  /** Booked although it was refused, or otherwise than it was answered. */
  differing: number;
}

export interface Line {
  customerId: string;
  key: string;
  seq: number;
  points: number;
}

/** Holds every answer against the lines of the ledger, read past the application. */
export async function audit(house: FaultHouse, log: Asked[]): Promise<Audit> {
  const lines = await house.asSuperuser(async (client) => {
    const { rows } = await client.query<{ customer_id: string; key: string; seq: number; points: string }>(
      `select customer_id, substring(act_key from 'faults-\\S+$') as key, seq, points from points_entries
       where act_key ~ '^[a-z-]+:[0-9a-f-]{36}:faults-[0-9]+-[0-9a-f-]+$'`, // not what an act did to holds besides
    );
    return rows.map(({ customer_id, key, seq, points }): Line => ({
      customerId: customer_id,
      key,
      seq,
      points: Number(points),
    }));
  });
  return compare(log, lines);
}

export function compare(log: Asked[], lines: Line[]): Audit {
  const byKey = Map.groupBy(lines, ({ key }) => key);
  const found: Audit = { acked: 0, lost: 0, doubled: 0, differing: 0 };
  for (const { key, customerId, answer } of log) {
    const booked = byKey.get(key) ?? [];
    byKey.delete(key);
    if (booked.length > 1) found.doubled += 1;
    if (answer && 'seq' in answer) {
      found.acked += 1;
      const [line] = booked;
      if (!line) found.lost += 1;
      else if (line.seq !== answer.seq || line.points !== answer.points || line.customerId !== customerId)
        found.differing += 1;
    } else if (booked.length > 0) found.differing += 1;
  }
  found.differing += byKey.size; // lines that nobody asked for
  return found;
}

export interface Proof {
  clean: boolean;
  drift: { check: string; customerId: string | null; seq: number | null }[];
}

/** `verify` over everybody, as the console asks for it; a large ledger is proved by the worker. */
export async function verify(caller: Caller): Promise<Proof> {
  let { status, body } = await caller.call('POST', '/points/verify', {});
  for (let left = 600; left > 0 && body.clean !== true && body.clean !== false; left -= 1) {
    await sleep(100);
    const again = status === 201 || status === 202 ? `/points/verifications/${String(body.verificationId)}` : undefined;
    const answer = again ? await caller.call('GET', again) : await caller.call('POST', '/points/verify', {});
    if (answer.status === 200 || !again) ({ status, body } = { ...answer, status: again ? status : answer.status });
  }
  if (typeof body.clean !== 'boolean') throw new Error(`verify came to no end: ${status} ${JSON.stringify(body)}`);
  return { clean: body.clean, drift: body.drift as Proof['drift'] };
}

/** Jobs that could run and don't. Waits a minute at most for none. */
export async function jobsLeft(house: FaultHouse): Promise<number> {
  for (let left = 240; ; left -= 1) {
    const count = await house.asSuperuser(async (client) => {
      const { rows } = await client.query<{ count: string }>(
        'select count(*) from graphile_worker.jobs where run_at <= now() and attempts < max_attempts',
      );
      return Number(rows[0]!.count);
    });
    if (count === 0 || left === 0) return count;
    await sleep(250);
  }
}
