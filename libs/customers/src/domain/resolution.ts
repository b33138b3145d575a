import { identityKey, rankOf, type Identity } from './identities';

/*
 * Which customer a set of identities belongs to. The requests of a batch are answered as if they came one after the other:
 * a request that meets known identities goes to their customer (to the one of the most trusted identity when they lead to
 * several), any other makes a new customer; identities that nobody has yet are attached to the chosen customer, and those of
 * another customer stay with that customer.
 *
 * Example: known is phone P -> Anna. [P, card C] goes to Anna and gives her C; [C] that follows in the same batch finds Anna
 * too; [e-mail E] alone makes a new customer.
 */
export interface ResolveRequest {
  /** At least one, in their one spelling (`normaliseIdentity`). */
  identities: Identity[];
  /** Names a customer who has no name yet. */
  displayName?: string;
  /** Where the customer was seen: a shop, a marketplace, `console`. */
  source: string;
  /** When the customer was seen, for a new customer; now when left out. */
  at?: Date;
}

export interface Resolved {
  customerId: string;
  /** Whether this request made the customer. */
  created: boolean;
}

export interface Attachment extends Identity {
  customerId: string;
  source: string;
}

export interface Resolution {
  /** One per request, in order. */
  answers: Resolved[];
  /** Customers to be made: id -> the request that made them. */
  created: Map<string, ResolveRequest>;
  /** Identities that get an owner. */
  attached: Attachment[];
  /** First name that came for a customer, new or known. */
  names: Map<string, string>;
}

/**
 * @param owners customer of each identity that has one, by `identityKey`
 * @param makeId id for the customer that a request makes
 */
export function decideResolution(
  requests: readonly ResolveRequest[],
  owners: ReadonlyMap<string, string>,
  makeId: (request: ResolveRequest) => string,
): Resolution {
  const known = new Map(owners);
  const resolution: Resolution = { answers: [], created: new Map(), attached: [], names: new Map() };
  for (const request of requests) {
    const found = mostTrusted(request.identities, known);
    const customerId = found ?? makeId(request);
    if (!found) resolution.created.set(customerId, request);
    for (const identity of request.identities) {
      if (known.has(identityKey(identity))) continue;
      known.set(identityKey(identity), customerId);
      resolution.attached.push({ ...identity, customerId, source: request.source });
    }
    if (request.displayName && !resolution.names.has(customerId)) resolution.names.set(customerId, request.displayName);
    resolution.answers.push({ customerId, created: !found });
  }
  return resolution;
}

function mostTrusted(identities: readonly Identity[], known: ReadonlyMap<string, string>): string | undefined {
  let best: { rank: number; customerId: string } | undefined;
  for (const identity of identities) {
    const customerId = known.get(identityKey(identity));
    const rank = rankOf(identity.type);
    if (customerId !== undefined && (!best || rank < best.rank)) best = { rank, customerId };
  }
  return best?.customerId;
}
