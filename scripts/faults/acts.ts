import { randomUUID } from 'node:crypto';
import type { Chance } from './chance.ts';

/** Something asked of the ledger under a key, and what is known of it. */
export interface Asked {
  key: string;
  customerId: string;
  path: string;
  body: Record<string, unknown>;
  /** How often it was sent; more than once after an outcome that nobody knows. */
  sent: number;
  answer: Booked | Refused | null;
}

export interface Booked {
  seq: number;
  points: number;
  holdId: string | null;
}
export interface Refused {
  refusedBy: string;
}

/** What one customer has, as far as the answers tell: to name holds and entries that exist. */
interface Known {
  holds: string[];
  entries: number[];
}

/** Thinks of what to ask next. */
export class Acts {
  private readonly known = new Map<string, Known>();
  private count = 0;

  private readonly customerIds: string[];
  private readonly chance: Chance;

  constructor(customerIds: string[], chance: Chance) {
    this.customerIds = customerIds;
    this.chance = chance;
  }

  next(): Asked {
    const customerId = this.chance.one(this.customerIds);
    this.count += 1;
    const key = `faults-${this.count}-${randomUUID()}`;
    const { path, body } = this.think(this.knownOf(customerId));
    return { key, customerId, path, body: { reason: 'Faults', ...body }, sent: 0, answer: null };
  }

  learn({ customerId, path }: Asked, { seq, holdId }: Booked): void {
    const known = this.knownOf(customerId);
    if (path === '/holds' && holdId) known.holds.push(holdId);
    if (path === '/earn' || path === '/spend') known.entries.push(seq);
  }

  private think({ holds, entries }: Known): { path: string; body: Record<string, unknown> } {
    const points = this.chance.between(1, 50);
    const roll = this.chance.roll();
    if (roll < 0.25) return { path: '/spend', body: { points } };
    if (roll < 0.3) return { path: '/adjust', body: { points: this.chance.roll() < 0.5 ? points : -points } };
    if (roll < 0.38) return { path: '/holds', body: { points } };
    if (roll < 0.48 && holds.length > 0) {
      const end = this.chance.one(['capture', 'release']);
      return { path: `/holds/${this.chance.one(holds)}/${end}`, body: {} };
    }
    if (roll < 0.58 && entries.length > 0) {
      const part = this.chance.roll() < 0.5 ? { points: this.chance.between(1, 20) } : {};
      return { path: `/entries/${this.chance.one(entries)}/reverse`, body: part };
    }
    return { path: '/earn', body: { points } };
  }

  private knownOf(customerId: string): Known {
    const known = this.known.get(customerId) ?? { holds: [], entries: [] };
    this.known.set(customerId, known);
    return known;
  }
}
