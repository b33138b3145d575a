import { AddressInfo } from 'node:net';
import type { DynamicModule, Type } from '@nestjs/common';
import { GRANTABLE, prepareSignIn, type Role } from '@siyu/staff';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import { contexts } from '../app.module';

const ADMINISTRATOR = { email: 'admin@localhost', password: 'only for these tests' };

/** The application with every context in it, listening, and real accounts to call it with. */
export interface Assembled extends TestApp {
  call(method: string, path: string, token?: string, body?: object): Promise<{ status: number; code: string | null }>;
  /** The answer as it came. */
  send(
    method: string,
    path: string,
    token?: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** Sends JSON as somebody and expects to be let in. */
  json<Body>(method: string, path: string, token?: string, body?: object): Promise<Body>;
  /** Bearer token of somebody with this role, who signed in like anybody else. */
  signedInAs(role: Role): Promise<string>;
  /** Secret of an API key that holds whatever a key may hold. */
  apiKey(): Promise<string>;
  /** A customer with this phone, and her token, asked for by a trusted back end. */
  member(phone: string): Promise<{ customerId: string; token: string }>;
}

export async function assemble(more: Type[] = []): Promise<Assembled> {
  const imports = [...contexts, ...more] as (Type | DynamicModule)[];
  const env = { ADMIN_EMAIL: ADMINISTRATOR.email, ADMIN_PASSWORD: ADMINISTRATOR.password };
  const test = await createTestApp({ imports, env });
  await prepareSignIn(test.app, () => undefined);
  await test.app.listen(0, '127.0.0.1');
  const { port } = test.server.address() as AddressInfo;

  const send: Assembled['send'] = (method, path, token, body, headers) =>
    fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      body: body ? JSON.stringify(body) : undefined,
    });
  const json = async <Body>(method: string, path: string, token?: string, body?: object) => {
    const answer = await send(method, path, token, body);
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  };
  const signIn = async (person: { email: string; password: string }) =>
    (await json<{ accessToken: string }>('POST', '/auth/sign-in', undefined, person)).accessToken;

  let secret: Promise<string> | undefined;
  const apiKey = () =>
    (secret ??= (async () => {
      const body = { name: 'all that a key may', permissions: GRANTABLE };
      return (await json<{ secret: string }>('POST', '/api-keys', await signIn(ADMINISTRATOR), body)).secret;
    })());

  return {
    ...test,
    json,
    send,
    apiKey,
    member: async (phone) => {
      const body = { displayName: `member ${phone}`, identities: [{ type: 'phone', value: phone }] };
      const { id: customerId } = await json<{ id: string }>('POST', '/customers', await apiKey(), body);
      const issued = await json<{ accessToken: string }>('POST', '/member-tokens', await apiKey(), { customerId });
      return { customerId, token: issued.accessToken };
    },
    call: async (method, path, token, body) => {
      const answer = await send(method, path, token, body);
      if (answer.headers.get('content-type')?.includes('problem+json')) {
        return { status: answer.status, code: ((await answer.json()) as { code: string }).code };
      }
      await answer.body?.cancel();
      return { status: answer.status, code: null };
    },
    signedInAs: async (role) => {
      const person = { email: `${role}@example.com`, password: `only for the ${role}` };
      await json('POST', '/staff', await signIn(ADMINISTRATOR), { ...person, displayName: role, role });
      return signIn(person);
    },
  };
}
