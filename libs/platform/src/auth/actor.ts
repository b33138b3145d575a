/** Who is behind a request. */
export interface Actor {
  kind: 'staff';
  id: string;
  sessionId: string;
  role: string;
  permissions: ReadonlySet<string>;
  /** Signed in with a password that somebody else has seen: nothing may be done before it is replaced. */
  mustChangePassword?: boolean;
}

/**
 * Tells who a bearer token belongs to. `staff` provides it; the guard only asks.
 * `authenticate` throws DomainError `auth.unauthenticated` when the token is missing, expired, forged or revoked.
 */
export abstract class Authenticator {
  abstract authenticate(bearer: string): Promise<Actor>;
}
