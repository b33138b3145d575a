import type { TiersHouse } from './house';
import { outcome, type Story, type Teller } from './story';

/** The real house listens to a story about a new customer. */
export async function inTheHouse(house: TiersHouse, { versions, memberSince }: Story): Promise<Teller> {
  await house.begin(versions);
  const [id] = (await house.customers([new Date(memberSince)])) as [string];
  const knowing: Teller['look'] = async (now, history) => {
    house.now = now;
    await house.know(new Map([[id, history]]), now);
  };
  return {
    look: async (now, history, isPlacement) => {
      await knowing(now, history, isPlacement);
      await (isPlacement ? house.place() : house.evaluation.evaluate([id]));
    },
    lock: async (now, history, lock) => {
      await knowing(now, history, false);
      await house.evaluation.evaluate([id]);
      await house.lock(id, lock);
    },
    import: async (now, key, validUntil) => {
      house.now = now;
      await house.import(id, key, validUntil);
    },
    outcome: async () => {
      const found = (await house.standings([id])).get(id);
      const gifts = (await house.entryGifts([id])).get(id) ?? [];
      return outcome({ moves: found?.moves ?? [], own: found?.own ?? null, gifts }, house.timeZone);
    },
  };
}
