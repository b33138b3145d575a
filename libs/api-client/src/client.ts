import createClient, { type Client } from 'openapi-fetch';
import { ApiProblem } from './problem';
import type { paths } from './schema';

/** The description names whole addresses; calls name what comes behind the version: `api.GET('/staff')`. */
type BehindVersion<P> = { [K in keyof P as K extends `/api/v1${infer Rest}` ? Rest : never]: P[K] };

export type ApiPaths = BehindVersion<paths>;
export type ApiClient = Client<ApiPaths>;

export interface ApiClientOptions {
  /** Where the API's first version lives: `/api/v1` behind the same host. */
  baseUrl: string;
  /** The token for the next call; null sends the call without one. */
  getAccessToken: () => string | null | Promise<string | null>;
  /**
   * The server refused this token. Answer with a fresh one to have the call repeated once, or with null when the
   * session is over.
   */
  onUnauthenticated?: (refusedToken: string) => Promise<string | null>;
}

/** A client whose calls answer with data or throw an {@link ApiProblem}. */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const client = createClient<ApiPaths>({
    baseUrl: options.baseUrl,
    credentials: 'same-origin',
    fetch: (request) => sendAuthenticated(request, options),
  });
  client.use({
    onError({ error, request }) {
      if (error instanceof ApiProblem) return error;
      return request.signal.aborted ? undefined : ApiProblem.unreachable(error);
    },
    async onResponse({ response }) {
      if (!response.ok) throw await ApiProblem.fromResponse(response);
    },
  });
  return client;
}

/** The body of a successful call: `const staff = await dataOf(api.GET('/auth/me'))`. */
export async function dataOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/**
 * Sends with the bearer token; on 401 asks for a fresh token and repeats the call once. Lives here and not in a
 * middleware because a repeated call needs its body a second time, so the copy is made before the body is read.
 */
async function sendAuthenticated(request: Request, options: ApiClientOptions): Promise<Response> {
  const token = await options.getAccessToken();
  if (!token) return fetch(request);
  const spare = options.onUnauthenticated ? request.clone() : null;
  const response = await fetch(withToken(request, token));
  if (response.status !== 401 || !spare || !options.onUnauthenticated) return response;
  const fresh = await options.onUnauthenticated(token);
  return fresh ? fetch(withToken(spare, fresh)) : response;
}

function withToken(request: Request, token: string): Request {
  request.headers.set('authorization', `Bearer ${token}`);
  return request;
}
