import { Injectable } from '@nestjs/common';
import { PersonsQueries, type Person } from '@siyu/customers';
import type { Earner } from './domain/occasions';
import { allConditions, type RuleVersion } from './domain/rules';
import { EarningFactors, type EarningMoment, type KnownFactors } from './factors.registry';
import { EarningFacts } from './facts.registry';

/** What is known of a customer when rules are asked. */
export interface KnownEarner {
  earner: Earner | null;
  facts: ReadonlyMap<string, readonly string[]>;
  /** Fields of her profile that are filled. */
  knownFields: ReadonlySet<string>;
}

/** Who the customers are, as far as rules ask for it. Read before a transaction begins: facts come from elsewhere. */
@Injectable()
export class EarnersService {
  constructor(
    private readonly persons: PersonsQueries,
    private readonly facts: EarningFacts,
    private readonly factors: EarningFactors,
  ) {}

  /** What orders of these moments are multiplied by because of who buys. */
  multiply(moments: readonly EarningMoment[]): Promise<KnownFactors> {
    return this.factors.know(moments);
  }

  async know(customerIds: readonly string[], rules: readonly RuleVersion[]): Promise<(id: string) => KnownEarner> {
    const ids = [...new Set(customerIds)];
    const wanted = rules.flatMap(({ content }) =>
      allConditions(content).flatMap((condition) => (condition.kind === 'fact' ? [condition.name] : [])),
    );
    const facts = await this.facts.of(ids, wanted);
    const persons = await this.persons.of(ids);
    const known = new Map(
      persons.map((person): [string, KnownEarner] => [
        person.customerId,
        { earner: person, facts: facts.get(person.customerId)!, knownFields: fieldsOf(person) },
      ]),
    );
    // Nobody in particular has nothing of what is known of customers; that is something else than not being known at all.
    const nothing = new Map(this.facts.names().map((name) => [name, []]));
    return (id) => known.get(id) ?? { earner: null, facts: nothing, knownFields: new Set() };
  }
}

function fieldsOf({ displayName, gender, birthday, attributes, identityTypes }: Person): Set<string> {
  const filled = Object.entries({ displayName, gender, birthday }).filter(
    ([, value]) => value !== null && value !== '',
  );
  const custom = Object.entries(attributes).filter(([, value]) => value !== null && value !== '');
  return new Set([
    ...filled.map(([name]) => name),
    ...custom.map(([name]) => `attributes.${name}`),
    ...identityTypes.filter((type) => type === 'phone' || type === 'email'),
  ]);
}
