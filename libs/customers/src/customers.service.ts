import { Inject, Injectable } from '@nestjs/common';
import { dayOf, DomainError, newId, type Clock } from '@siyu/kernel';
import { Audit, CLOCK, CONFIG, Database, type Actor, type Config } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { CustomersStore, type CustomerFields } from './customers.store';
import { customerNotFound, identityTaken } from './domain/errors';
import { identityKey, normaliseIdentities, type Identity } from './domain/identities';
import { maskIdentity } from './domain/masking';
import { cleanName } from './domain/names';
import { checkBirthday, differences, mergeAttributes, type Gender } from './domain/profiles';
import { IdentitiesStore } from './identities.store';

export interface Creation {
  displayName: string;
  identities: Identity[];
  attributes?: Record<string, unknown>;
  gender?: Gender;
  birthday?: string;
  source?: string;
}

/** What staff and integrators do with the profile of a customer. */
@Injectable()
export class CustomersService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersStore,
    private readonly identities: IdentitiesStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Makes a customer with identities that nobody has yet.
   *
   * @returns the new customer's id
   * @throws DomainError `customers.identity-taken` (conflict) with the owner; `customers.identity-invalid`,
   *   `customers.name-invalid`, `customers.birthday-invalid`, `customers.attributes-invalid` (invalid)
   */
  async create(actor: Actor, creation: Creation): Promise<string> {
    const now = this.clock.now();
    const identities = normaliseIdentities(creation.identities);
    const fields = this.checked({
      displayName: creation.displayName,
      gender: creation.gender ?? null,
      birthday: creation.birthday ?? null,
      attributes: mergeAttributes({}, creation.attributes ?? {}),
    });
    const source = creation.source ?? 'console';
    const customerId = newId();
    await this.database.transaction(async (em) => {
      const free = await this.identities.claim(
        em,
        identities.map((identity) => ({ ...identity, customerId, source })),
        now,
      );
      if (!free) throw await this.taken(em, identities, customerId);
      await this.customers.insert(em, [{ customerId, ...fields, source, createdAt: now }]);
      await this.customers.announce(em, [customerId]);
      await this.audit.record(em, {
        actor,
        action: 'customers.create',
        subject: 'customer',
        subjectId: customerId,
        after: { ...fields, source, identities: identities.map(maskIdentity) },
      });
    });
    return customerId;
  }

  /**
   * Changes the fields that are given; attributes key by key, null removes one. Nothing goes on record when nothing changes.
   *
   * @throws DomainError `customers.not-found` (not-found); `customers.name-invalid`, `customers.birthday-invalid`,
   *   `customers.attributes-invalid` (invalid)
   */
  async update(actor: Actor, customerId: string, change: Partial<CustomerFields>): Promise<void> {
    await this.database.transaction(async (em) => {
      const before = await this.customers.lock(em, customerId);
      if (!before) throw customerNotFound();
      const after = {
        displayName: change.displayName === undefined ? before.displayName : this.checkedName(change.displayName),
        gender: change.gender === undefined ? before.gender : change.gender,
        birthday: change.birthday === undefined ? before.birthday : this.checkedBirthday(change.birthday),
        attributes: change.attributes ? mergeAttributes(before.attributes, change.attributes) : before.attributes,
      };
      const changed = differences(before, after);
      if (!changed) return;
      await this.customers.update(em, customerId, after, this.clock.now());
      await this.customers.announce(em, [customerId]);
      await this.audit.record(em, {
        actor,
        action: 'customers.update',
        subject: 'customer',
        subjectId: customerId,
        ...changed,
      });
    });
  }

  private checked(fields: CustomerFields): CustomerFields {
    return {
      ...fields,
      displayName: this.checkedName(fields.displayName),
      birthday: this.checkedBirthday(fields.birthday),
    };
  }

  private checkedName(name: string): string {
    const displayName = cleanName(name);
    if (displayName !== '') return displayName;
    throw new DomainError('customers.name-invalid', 'invalid', 'The name has no letter to be seen.', {
      errors: [{ pointer: '/displayName', message: 'must not be empty' }],
    });
  }

  private checkedBirthday(birthday: string | null): string | null {
    checkBirthday(birthday, dayOf(this.clock.now(), this.config.timeZone));
    return birthday;
  }

  private async taken(em: EntityManager, identities: Identity[], newCustomerId: string): Promise<DomainError> {
    const owners = await this.identities.findOwners(em, identities);
    const ownerOf = (identity: Identity) => owners.get(identityKey(identity));
    // Those that were free are the new customer's until the transaction is rolled back.
    const first = identities.find((identity) => ownerOf(identity) !== newCustomerId)!;
    return identityTaken(first.type, ownerOf(first) ?? null);
  }
}
