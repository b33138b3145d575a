/**
 * The access token of this tab. It lives in memory only; what survives a reload is the server's HttpOnly cookie, which
 * `POST /auth/refresh` trades for a new token. Every use of the cookie rotates it, and a cookie used twice looks like
 * theft to the server, so all tabs take turns under one browser lock.
 */
import { ApiProblem, createApiClient, dataOf, type components } from '@siyu/api-client';

export type SignedIn = components['schemas']['SignedIn'];

export const BASE_URL = '/api/v1';
const EARLY_MS = 30_000;

/** For calls that need no one signed in. */
export const anonymous = createApiClient({ baseUrl: BASE_URL, getAccessToken: () => null });

interface Access {
  token: string;
  renewAt: number;
}
let access: Access | null = null;
let renewing: Promise<SignedIn | null> | null = null;
let onChange: (signedIn: SignedIn | null) => void = () => {};

/** The session store hears here of every renewal and of the session's end. */
export function watchAccess(listener: (signedIn: SignedIn | null) => void): void {
  onChange = listener;
}

export function setAccess(signedIn: SignedIn | null): void {
  access = signedIn && { token: signedIn.accessToken, renewAt: renewalTime(signedIn.expiresAt) };
  onChange(signedIn);
}

/** The token for the next call, renewed shortly before it runs out so that a long upload is not sent twice. */
export async function accessToken(): Promise<string | null> {
  if (access && Date.now() >= access.renewAt) await renew();
  return access?.token ?? null;
}

/** A call was refused: the token that a faster call has brought meanwhile, or a new one, or null when signed out. */
export async function refreshAccess(refusedToken: string): Promise<string | null> {
  if (access && access.token !== refusedToken) return access.token;
  await renew();
  return access?.token ?? null;
}

/** One renewal at a time, in this tab and across tabs. Null: there is no session to renew. */
export function renew(): Promise<SignedIn | null> {
  renewing ??= inTurn(renewNow).finally(() => (renewing = null));
  return renewing;
}

async function renewNow(): Promise<SignedIn | null> {
  try {
    const signedIn = await dataOf(anonymous.POST('/auth/refresh', { body: {} }));
    setAccess(signedIn);
    return signedIn;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    setAccess(null);
    return null;
  }
}

/** Browsers hide the lock outside of secure contexts; there the tabs go without turns. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('siyu.session', work) : work();
}

/** A clock far off would call every token expired: then only the server's refusal counts. */
function renewalTime(expiresAt: string): number {
  const renewAt = new Date(expiresAt).getTime() - EARLY_MS;
  return renewAt > Date.now() ? renewAt : Number.POSITIVE_INFINITY;
}
