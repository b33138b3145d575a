import { Injectable } from '@nestjs/common';

/** Something that another part of the system knows of customers and that rules may ask for: `tier`, `segment`, `tag`. */
export interface EarningFact {
  name: string;
  /**
   * What holds of each customer at this moment. A customer who is left out has none.
   *
   * @returns the values by customer id: one tier, any number of tags
   */
  valuesOf(customerIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

const NAME = /^[a-z][A-Za-z0-9]{0,39}$/;

/** What rules can know of customers beyond points, orders and profiles. */
@Injectable()
export class EarningFacts {
  private readonly facts = new Map<string, EarningFact>();

  /** Called by other libs when their module starts. @throws Error when the name is taken or no plain word */
  register(fact: EarningFact): void {
    if (!NAME.test(fact.name)) throw new Error(`The fact ${fact.name} is misnamed.`);
    if (this.facts.has(fact.name)) throw new Error(`The fact ${fact.name} is registered twice.`);
    this.facts.set(fact.name, fact);
  }

  names(): string[] {
    return [...this.facts.keys()];
  }

  /**
   * The wanted facts of the customers. A fact that nobody registered is missing in the answer: it is unknown, which is
   * something else than having no value.
   */
  async of(
    customerIds: readonly string[],
    wanted: Iterable<string>,
  ): Promise<Map<string, Map<string, readonly string[]>>> {
    const answer = new Map(customerIds.map((id) => [id, new Map<string, readonly string[]>()]));
    for (const name of new Set(wanted)) {
      const fact = this.facts.get(name);
      if (!fact) continue;
      const values = await fact.valuesOf(customerIds);
      for (const [id, facts] of answer) facts.set(name, values.get(id) ?? []);
    }
    return answer;
  }
}
