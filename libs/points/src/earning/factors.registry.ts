import { Injectable } from '@nestjs/common';
import type { Factor } from './domain/occasions';

/** Who buys, and when. */
export interface EarningMoment {
  customerId: string;
  at: Date;
}

/** Something that another part of the system multiplies the awards of orders by: the tier of the customer. */
export interface EarningFactor {
  name: string;
  /** @returns one answer per moment, in order; null where nothing is multiplied */
  factorsOf(moments: readonly EarningMoment[]): Promise<readonly (Factor | null)[]>;
}

/** The factors of a moment; null when nobody asked for it. */
export type KnownFactors = (moment: EarningMoment) => readonly Factor[] | null;

/** What the awards of orders are multiplied by beyond what their rules say. */
@Injectable()
export class EarningFactors {
  private readonly factors = new Map<string, EarningFactor>();

  /** Called by other libs when their module starts. @throws Error when the name is taken */
  register(factor: EarningFactor): void {
    if (this.factors.has(factor.name)) throw new Error(`The factor ${factor.name} is registered twice.`);
    this.factors.set(factor.name, factor);
  }

  /** What holds at these moments. Read before a transaction begins: factors come from elsewhere, like facts. */
  async know(moments: readonly EarningMoment[]): Promise<KnownFactors> {
    if (this.factors.size === 0) return () => [];
    const told = await Promise.all([...this.factors.values()].map((factor) => factor.factorsOf(moments)));
    const known = new Map(
      moments.map((moment, index) => [nameOf(moment), told.flatMap((answers) => answers[index] ?? [])]),
    );
    return (moment) => known.get(nameOf(moment)) ?? null;
  }
}

function nameOf({ customerId, at }: EarningMoment): string {
  return `${customerId} ${at.getTime()}`;
}
