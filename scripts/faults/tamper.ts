import { verify } from './audit.ts';
import type { Caller } from './caller.ts';
import type { FaultHouse } from './house.ts';

/** Changes one line of the ledger as somebody with the keys to the database could. @returns what is wrong if `verify` misses it */
export async function tamper(house: FaultHouse, caller: Caller): Promise<string[]> {
  const changed = await house.asSuperuser(async (client) => {
    const { rows } = await client.query<{ customer_id: string; seq: number }>(
      `update points_entries set reason = reason || '!'
       where (customer_id, seq) in (select customer_id, seq from points_entries order by random() limit 1)
       returning customer_id, seq`,
    );
    return rows[0]!;
  });
  const { clean, drift } = await verify(caller);
  const named = drift.find((one) => one.customerId === changed.customer_id && one.seq === changed.seq);
  const line = `entry ${changed.seq} of customer ${changed.customer_id}`;
  if (clean || !named) return [`verify did not name ${line}, which was changed by hand`];
  console.log(`\nchanged by hand: ${line}; verify names it (${named.check})`);
  return [];
}
