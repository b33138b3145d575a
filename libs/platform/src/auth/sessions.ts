/**
 * When a session lives and what a refresh token is worth. Each refresh gives out the next token and counts it. A token that
 * comes back after it was replaced means that two parties hold it, and one of them stole it: the session ends. Only the
 * token just before the current one is answered for a short while, with the same successor, because an answer can get lost
 * on its way and two tabs can ask at once. Example: token 7 at 10:00:00 gives 8; token 7 at 10:00:15 gives 8 again; token 7
 * at 10:00:30, or token 6 at any time, ends the session.
 */
export const REPEAT_SECONDS = 20;

export interface SessionState {
  /** Number of the current refresh token. */
  counter: number;
  /** When it was given out. */
  rotatedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  /** A session that nobody renewed for this long is over. */
  idleHours: number;
}

export type RefreshDecision = 'rotate' | 'repeat' | 'reused' | 'over';

/** @param presented number of the token that came in, its signature already checked */
export function decideRefresh(session: SessionState, presented: number, now: Date): RefreshDecision {
  if (now >= endOf(session)) return 'over';
  if (presented === session.counter) return 'rotate';
  // A number never given out: the database is older than the token (a restored backup).
  if (presented > session.counter) return 'over';
  const age = now.getTime() - session.rotatedAt.getTime();
  return presented === session.counter - 1 && age <= REPEAT_SECONDS * 1000 ? 'repeat' : 'reused';
}

/** When the session is over if nothing more happens. */
export function endOf(session: SessionState): Date {
  const idle = session.rotatedAt.getTime() + session.idleHours * 3_600_000;
  return new Date(Math.min(idle, session.expiresAt.getTime(), session.endedAt?.getTime() ?? Infinity));
}
