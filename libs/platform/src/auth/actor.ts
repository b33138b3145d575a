/** Somebody of the house, signed in to the console. */
export interface StaffActor {
  kind: 'staff';
  id: string;
  sessionId: string;
  role: string;
  permissions: ReadonlySet<string>;
  /** Signed in with a password that somebody else has seen: nothing may be done before it is replaced. */
  mustChangePassword?: boolean;
}

/** A program of the house: a shop's back end, a till. */
export interface ApiKeyActor {
  kind: 'api-key';
  id: string;
  permissions: ReadonlySet<string>;
}

/** A customer, signed in to see what is hers. She holds no permission: her routes take her id from here alone. */
export interface MemberActor {
  kind: 'member';
  customerId: string;
  sessionId: string;
}

/** Who holds permissions, and therefore who comes to a route that asks for one. */
export type Operator = StaffActor | ApiKeyActor;

/** Who is behind a request. */
export type Actor = Operator | MemberActor;

/** An actor as records keep it: what kind, and whose id. */
export interface ActorRef {
  kind: Actor['kind'];
  id: string;
}

/** The id that records keep of an actor: of a member it is her customer id. */
export function actorId(actor: Actor | ActorRef): string {
  return 'customerId' in actor ? actor.customerId : actor.id;
}

/** An actor in one word, `staff:<id>`, for records that keep it as text; null is the system itself. */
export function actorLabel(actor: Actor | ActorRef | null): string {
  return actor ? `${actor.kind}:${actorId(actor)}` : 'system';
}
