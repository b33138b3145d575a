import { Inject, Injectable } from '@nestjs/common';
import { DomainError, newId, type Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { CustomersStore, type Naming, type NewCustomer } from './customers.store';
import { identityKey, type Identity } from './domain/identities';
import { cleanName } from './domain/names';
import { decideResolution, type Resolution, type Resolved, type ResolveRequest } from './domain/resolution';
import { IdentitiesStore } from './identities.store';

/** Each further attempt means that another caller has just claimed one of the identities, so a handful is plenty. */
const ATTEMPTS = 20;

/** Leads identities to their customers: the way by which orders, imports and shops find whom they speak of. */
@Injectable()
export class CustomerResolver {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersStore,
    private readonly identities: IdentitiesStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One customer per request, as `decideResolution` says; customers that are missing are made. Takes as few statements for
   * a thousand requests as for one. Concurrent calls that share an identity agree on its customer.
   *
   * @param requests identities in their one spelling (`normaliseIdentity`)
   * @returns one answer per request, in order
   * @throws DomainError `customers.identity-missing` (invalid) when a request has no identity
   */
  async resolve(requests: readonly ResolveRequest[]): Promise<Resolved[]> {
    if (requests.length === 0) return [];
    const distinct = distinctIdentities(requests);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const owners = await this.identities.findOwners(this.database.em, distinct);
      const resolution = decideResolution(requests, owners, ({ at }) => this.makeId(at));
      if (await this.apply(resolution)) return resolution.answers;
    }
    throw new DomainError(
      'customers.contended',
      'unavailable',
      'The same identities are being claimed by others; try again.',
    );
  }

  /**
   * Whose the identities are by now, as {@link resolve} would answer; null where it would make a customer. Writes nothing.
   *
   * @param requests at least one identity each, in their one spelling
   */
  async find(requests: readonly ResolveRequest[]): Promise<(string | null)[]> {
    if (requests.length === 0) return [];
    const owners = await this.identities.findOwners(this.database.em, distinctIdentities(requests));
    const { answers, created } = decideResolution(requests, owners, () => newId());
    return answers.map(({ customerId }) => (created.has(customerId) ? null : customerId));
  }

  /** @returns false, with nothing written, when somebody else was faster with one of the identities */
  private async apply(resolution: Resolution): Promise<boolean> {
    const { attached, created } = resolution;
    const now = this.clock.now();
    const made = newCustomers(resolution, now);
    const named = await this.missingNames(resolution);
    if (attached.length === 0 && named.length === 0) return true;
    const touched = new Set(
      [...attached, ...named].map(({ customerId }) => customerId).filter((id) => !created.has(id)),
    );
    try {
      await this.database.transaction(async (em) => {
        if (touched.size > 0 && (await this.customers.lockAll(em, [...touched])) < touched.size) throw OUTRUN;
        if (attached.length > 0 && !(await this.identities.claim(em, attached, now))) throw OUTRUN;
        if (made.length > 0) await this.customers.insert(em, made);
        if (named.length > 0) await this.customers.nameNameless(em, named, now);
      });
      return true;
    } catch (error) {
      if (error === OUTRUN) return false;
      throw error;
    }
  }

  /** Names for customers who exist already and have none. */
  private async missingNames({ names, created }: Resolution): Promise<Naming[]> {
    const namings = [...names]
      .map(([customerId, name]) => ({ customerId, displayName: cleanName(name) }))
      .filter(({ customerId, displayName }) => !created.has(customerId) && displayName !== '');
    if (namings.length === 0) return [];
    const ids = namings.map(({ customerId }) => customerId);
    const nameless = new Set(await this.customers.findNameless(this.database.em, ids));
    return namings.filter(({ customerId }) => nameless.has(customerId));
  }

  /**
   * Ids carry the time at which the customer was first seen, also when history is imported, so that "newest first" is one
   * order for ids and dates.
   */
  private makeId(at?: Date): string {
    return at ? newId(firstSeen(at, this.clock.now()).getTime()) : newId();
  }
}

/** Rolls a transaction back without being an error. */
const OUTRUN = Symbol('outrun');

/** Nobody was a customer in the future or before there were computers. */
function firstSeen(at: Date, now: Date): Date {
  return new Date(Math.max(0, Math.min(at.getTime(), now.getTime())));
}

function distinctIdentities(requests: readonly ResolveRequest[]): Identity[] {
  const distinct = new Map<string, Identity>();
  for (const { identities } of requests) {
    if (identities.length === 0) {
      throw new DomainError('customers.identity-missing', 'invalid', 'A customer is found by at least one identity.', {
        errors: [{ pointer: '/identities', message: 'must have at least 1 entries' }],
      });
    }
    for (const identity of identities) distinct.set(identityKey(identity), identity);
  }
  return [...distinct.values()];
}

function newCustomers({ created, names }: Resolution, now: Date): NewCustomer[] {
  return [...created].map(([customerId, { source, at }]) => ({
    customerId,
    displayName: cleanName(names.get(customerId) ?? ''),
    gender: null,
    birthday: null,
    attributes: {},
    source,
    createdAt: at ? firstSeen(at, now) : now,
  }));
}
