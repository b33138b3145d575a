import type { TiersHouse } from './house';
import type { ReferenceTiers } from './reference';
import type { Own, ReferenceMove } from './reference-standing';

/** What is told of a customer, of the house and of the reference alike. */
export interface Record {
  own: Own | null;
  /** The tier that counts. */
  counts: string | null;
  moves: unknown[];
  gifts: string[];
}

/** What the reference says of its customer. */
export function recordOf({ standing: { own, moves }, gifts }: ReferenceTiers): Record {
  return {
    own: own && inOrder(own),
    counts: moves.at(-1)?.to ?? null,
    moves: moves.map(plain),
    gifts: [...gifts].map((key) => `entry:${key}`).sort(),
  };
}

/** What is on record of customers in the house. */
export async function recordsOf(house: TiersHouse, customerIds: readonly string[]): Promise<Map<string, Record>> {
  const standings = await house.standings(customerIds);
  const keysOf = await house.entryGifts(customerIds);
  return new Map(
    customerIds.map((customerId) => {
      const found = standings.get(customerId);
      return [
        customerId,
        {
          own: found ? inOrder(found.own) : null,
          counts: found?.counts ?? null,
          moves: (found?.moves ?? []).map(plain),
          gifts: keysOf.get(customerId) ?? [],
        },
      ];
    }),
  );
}

function inOrder({ key, version, validUntil, inGrace, rose }: Own): Own {
  const { on, from, fromUntil } = rose ?? {};
  return { key, version, validUntil, inGrace, rose: rose && { on, from, fromUntil } } as Own;
}

/** A move as plain data in one order. */
function plain(move: ReferenceMove): unknown {
  const { kind, at, from, to, ownFrom, ownTo, version, validUntil, figures } = move;
  const told = figures && {
    asOf: figures.asOf,
    until: new Date(figures.until).toISOString(),
    values: Object.entries(figures.values).sort(([one], [other]) => (one < other ? -1 : 1)),
  };
  return { kind, at: at.toISOString(), from, to, ownFrom, ownTo, version, validUntil, figures: told };
}
