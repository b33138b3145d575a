import { Inject, Injectable } from '@nestjs/common';
import { DomainError, newId, type Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { CustomersStore, type Extension, type NewCustomer } from './customers.store';
import { identityKey, type Identity } from './domain/identities';
import { cleanName } from './domain/names';
import {
  decideResolution,
  type Attachment,
  type Resolution,
  type Resolved,
  type ResolveRequest,
} from './domain/resolution';
import { identityTokens, nameTokens, searchTokens } from './domain/search-tokens';
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

  /** @returns false, with nothing written, when somebody else was faster with one of the identities */
  private async apply(resolution: Resolution): Promise<boolean> {
    const now = this.clock.now();
    const made = newCustomers(resolution, now);
    const extended = extensions(resolution, await this.namelessAmong(resolution));
    if (resolution.attached.length === 0 && extended.length === 0) return true;
    try {
      await this.database.transaction(async (em) => {
        const locked = await this.customers.lockAll(
          em,
          extended.map(({ customerId }) => customerId),
        );
        if (locked < extended.length || !(await this.identities.claim(em, resolution.attached, now))) throw OUTRUN;
        if (made.length > 0) await this.customers.insert(em, made);
        if (extended.length > 0) await this.customers.extend(em, extended, now);
      });
      return true;
    } catch (error) {
      if (error === OUTRUN) return false;
      throw error;
    }
  }

  private async namelessAmong({ names, created }: Resolution): Promise<Set<string>> {
    const named = [...names.keys()].filter((customerId) => !created.has(customerId));
    return named.length > 0 ? this.customers.findNameless(this.database.em, named) : new Set();
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

function newCustomers({ created, attached, names }: Resolution, now: Date): NewCustomer[] {
  const identities = byCustomer(attached);
  return [...created].map(([customerId, { source, at }]) => {
    const displayName = cleanName(names.get(customerId) ?? '');
    return {
      customerId,
      displayName,
      gender: null,
      birthday: null,
      attributes: {},
      source,
      searchTokens: searchTokens(displayName, identities.get(customerId) ?? []),
      createdAt: at ? firstSeen(at, now) : now,
    };
  });
}

/** What the batch adds to customers who exist already, in the order of their ids. */
function extensions({ created, attached, names }: Resolution, nameless: ReadonlySet<string>): Extension[] {
  const identities = byCustomer(attached);
  const touched = new Set([...identities.keys(), ...nameless].filter((customerId) => !created.has(customerId)));
  return [...touched].sort().map((customerId) => {
    const displayName = cleanName(names.get(customerId) ?? '');
    return {
      customerId,
      searchTokens: (identities.get(customerId) ?? []).flatMap(identityTokens),
      displayName,
      nameTokens: nameTokens(displayName),
    };
  });
}

function byCustomer(attached: readonly Attachment[]): Map<string, Attachment[]> {
  return Map.groupBy(attached, ({ customerId }) => customerId);
}
