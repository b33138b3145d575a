import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@siyu/kernel';
import { Audit, CLOCK, Database, type Actor } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { CustomersStore } from './customers.store';
import { customerNotFound, identityAmbiguous, identityNotFound, identityTaken, lastIdentity } from './domain/errors';
import { identityKey, normaliseIdentity, type Identity } from './domain/identities';
import { maskIdentity } from './domain/masking';
import { IdentitiesStore } from './identities.store';

/** What staff and integrators do with the identities of a customer. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersStore,
    private readonly identities: IdentitiesStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives the customer an identity; one that she has already stays as it is.
   *
   * @throws DomainError `customers.not-found` (not-found), `customers.identity-taken` (conflict) with the owner,
   *   `customers.identity-invalid` (invalid)
   */
  async attach(actor: Actor, customerId: string, given: Identity): Promise<void> {
    const identity = normaliseIdentity(given);
    await this.database.transaction(async (em) => {
      await this.lock(em, customerId);
      if (await this.identities.claim(em, [{ ...identity, customerId, source: 'console' }], this.clock.now())) {
        await this.customers.announce(em, [customerId]);
        await this.record(em, actor, 'attach-identity', customerId, { after: maskIdentity(identity) });
        return;
      }
      const owner = (await this.identities.findOwners(em, [identity])).get(identityKey(identity));
      if (owner !== customerId) throw identityTaken(identity.type, owner ?? null);
    });
  }

  /**
   * Takes an identity from the customer and sets it free for others.
   *
   * @param named the identity in full, or its value as `maskIdentity` shows it
   * @throws DomainError `customers.not-found`, `customers.identity-not-found` (not-found), `customers.identity-ambiguous`
   *   (conflict), `customers.last-identity` (refused)
   */
  async detach(actor: Actor, customerId: string, named: Identity): Promise<void> {
    await this.database.transaction(async (em) => {
      await this.lock(em, customerId);
      const owned = await this.identities.identitiesOf(em, [customerId]);
      const identity = pick(owned, named);
      if (owned.length === 1) throw lastIdentity();
      await this.identities.release(em, customerId, identity);
      await this.record(em, actor, 'detach-identity', customerId, { before: maskIdentity(identity) });
    });
  }

  /**
   * The identities uncovered. That somebody looked goes on record before anything is told.
   *
   * @throws DomainError `customers.not-found` (not-found)
   */
  async reveal(actor: Actor, customerId: string): Promise<Identity[]> {
    return this.database.transaction(async (em) => {
      await this.lock(em, customerId);
      const owned = await this.identities.identitiesOf(em, [customerId]);
      await this.record(em, actor, 'reveal', customerId, { after: { types: owned.map(({ type }) => type) } });
      return owned.map(({ type, value }) => ({ type, value }));
    });
  }

  private async lock(em: EntityManager, customerId: string): Promise<void> {
    if (!(await this.customers.lock(em, customerId))) throw customerNotFound();
  }

  private async record(
    em: EntityManager,
    actor: Actor,
    act: string,
    customerId: string,
    states: { before?: unknown; after?: unknown },
  ): Promise<void> {
    await this.audit.record(em, {
      actor,
      action: `customers.${act}`,
      subject: 'customer',
      subjectId: customerId,
      ...states,
    });
  }
}

function pick<Owned extends Identity>(owned: Owned[], named: Identity): Owned {
  const spelled = owned.filter((identity) => identity.type === named.type && isSpelled(identity, named.value));
  if (spelled.length > 0) return spelled[0]!;
  const covered = owned.filter(
    (identity) => identity.type === named.type && maskIdentity(identity).value === named.value,
  );
  if (covered.length > 1) throw identityAmbiguous(named);
  if (covered.length === 0) throw identityNotFound();
  return covered[0]!;
}

/** Whether the text is the identity in some spelling; one that could not be an identity at all is none. */
function isSpelled(identity: Identity, text: string): boolean {
  try {
    return normaliseIdentity({ type: identity.type, value: text }).value === identity.value;
  } catch {
    return false;
  }
}
