import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ApiProblem, createApiClient, dataOf, type ApiClientOptions } from './index';

interface Call {
  method: string;
  path: string;
  authorization: string | undefined;
  body: string;
}
interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

let server: Server | undefined;

/** A server on a free port that answers as told and remembers what it was asked. */
async function serve(answer: (call: Call) => Answer): Promise<{ baseUrl: string; calls: Call[] }> {
  const calls: Call[] = [];
  server = createServer(async (request, response) => {
    const call = await readCall(request);
    calls.push(call);
    const { status, body, headers } = answer(call);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = request;
  return { method, path: url, authorization: headers.authorization, body: Buffer.concat(chunks).toString() };
}

function client(baseUrl: string, options: Partial<ApiClientOptions> = {}) {
  return createApiClient({ baseUrl, getAccessToken: () => null, ...options });
}

async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  const outcome = await call.then(
    () => null,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(ApiProblem);
  return outcome as ApiProblem;
}

describe('api client', () => {
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server?.listening ? server.close(resolve) : resolve(undefined)));
  });

  it('sends the access token and answers with the body', async () => {
    const { baseUrl, calls } = await serve(() => ({ status: 200, body: { email: 'lin@example.com' } }));
    const me = await dataOf(client(baseUrl, { getAccessToken: () => 'first' }).GET('/auth/me'));
    expect(me).toEqual({ email: 'lin@example.com' });
    expect(calls).toEqual([{ method: 'GET', path: '/auth/me', authorization: 'Bearer first', body: '' }]);
  });

  it('sends no authorization before anyone has signed in', async () => {
    const { baseUrl, calls } = await serve(() => ({ status: 200, body: {} }));
    await client(baseUrl).POST('/auth/sign-in', { body: { email: 'lin@example.com', password: 'secret' } });
    expect(calls[0]?.authorization).toBeUndefined();
  });

  it('repeats a refused call once with a fresh token and the same body', async () => {
    const { baseUrl, calls } = await serve(({ authorization }) =>
      authorization === 'Bearer fresh' ? { status: 204 } : { status: 401, body: { code: 'auth.unauthenticated' } },
    );
    const refused: string[] = [];
    await client(baseUrl, {
      getAccessToken: () => 'stale',
      onUnauthenticated: async (token) => {
        refused.push(token);
        return 'fresh';
      },
    }).POST('/auth/password', { body: { currentPassword: 'old', newPassword: 'new' } });
    expect(refused).toEqual(['stale']);
    expect(calls.map((call) => call.authorization)).toEqual(['Bearer stale', 'Bearer fresh']);
    expect(calls.map((call) => JSON.parse(call.body))).toEqual([
      { currentPassword: 'old', newPassword: 'new' },
      { currentPassword: 'old', newPassword: 'new' },
    ]);
  });

  it('gives up when the fresh token is refused too', async () => {
    const { baseUrl, calls } = await serve(() => ({ status: 401, body: { code: 'auth.unauthenticated' } }));
    const call = client(baseUrl, { getAccessToken: () => 'a', onUnauthenticated: async () => 'b' }).GET('/auth/me');
    expect((await problemOf(call)).status).toBe(401);
    expect(calls).toHaveLength(2);
  });

  it('does not repeat a refused call when the session is over', async () => {
    const { baseUrl, calls } = await serve(() => ({ status: 401, body: { code: 'auth.unauthenticated' } }));
    const call = client(baseUrl, { getAccessToken: () => 'a', onUnauthenticated: async () => null }).GET('/auth/me');
    expect((await problemOf(call)).code).toBe('auth.unauthenticated');
    expect(calls).toHaveLength(1);
  });

  it('does not ask for a fresh token when a sign-in is refused', async () => {
    const { baseUrl, calls } = await serve(() => ({ status: 401, body: { code: 'auth.invalid-credentials' } }));
    let asked = false;
    const call = client(baseUrl, {
      onUnauthenticated: async () => {
        asked = true;
        return 'fresh';
      },
    }).POST('/auth/sign-in', { body: { email: 'lin@example.com', password: 'wrong' } });
    expect((await problemOf(call)).code).toBe('auth.invalid-credentials');
    expect(asked).toBe(false);
    expect(calls).toHaveLength(1);
  });

  it('turns a problem document into a problem with fields and request id', async () => {
    const { baseUrl } = await serve(() => ({
      status: 400,
      headers: { 'content-type': 'application/problem+json' },
      body: {
        title: 'Bad request',
        status: 400,
        detail: 'The request is not valid',
        code: 'request.invalid',
        requestId: 'r-1',
        extra: { limit: 3 },
        errors: [{ pointer: '/email', message: 'must be an email' }, { pointer: 7 }],
      },
    }));
    const problem = await problemOf(client(baseUrl).GET('/auth/me'));
    expect(problem).toMatchObject({
      status: 400,
      code: 'request.invalid',
      title: 'Bad request',
      message: 'The request is not valid',
      requestId: 'r-1',
      extra: { limit: 3 },
      errors: [{ pointer: '/email', message: 'must be an email' }],
    });
  });

  it('turns an error page of a proxy into a problem named after its status', async () => {
    const { baseUrl } = await serve(() => ({
      status: 502,
      body: '<html>Bad gateway</html>',
      headers: { 'content-type': 'text/html', 'x-request-id': 'edge-9' },
    }));
    expect(await problemOf(client(baseUrl).GET('/auth/me'))).toMatchObject({
      status: 502,
      code: 'http.502',
      requestId: 'edge-9',
      errors: [],
    });
  });

  it('names a server that can not be reached', async () => {
    const { baseUrl } = await serve(() => ({ status: 200 }));
    await new Promise((resolve) => server!.close(resolve));
    expect(await problemOf(client(baseUrl).GET('/auth/me'))).toMatchObject({ status: 0, code: 'network.unreachable' });
  });

  it('leaves a call that was cancelled on purpose an abort, not a problem', async () => {
    const { baseUrl } = await serve(() => ({ status: 200, body: {} }));
    const call = client(baseUrl).GET('/auth/me', { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});
