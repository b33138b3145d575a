import type { DynamicModule, Type } from '@nestjs/common';
import request, { type Response } from 'supertest';
import type { Clock } from '@siyu/kernel';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import type { SignedIn } from '../auth.dto';
import type { Role } from '../domain/roles';
import { StaffModule } from '../staff.module';
import { prepareSignIn } from '../start-up';

const ADMINISTRATOR = { email: 'admin@localhost', password: 'only for these tests' };

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  private at = Date.parse('2026-11-22T08:00:00Z');

  now(): Date {
    return new Date(this.at);
  }

  pass(seconds: number): void {
    this.at += seconds * 1000;
  }
}

export interface Person {
  email: string;
  password: string;
}

/** The application with staff in it, and ways to be somebody. */
export interface House extends TestApp {
  clock: TestClock;
  administrator: Person;
  call(method: 'get' | 'post' | 'patch' | 'delete', path: string, as?: string | null, body?: object): Promise<Response>;
  signIn(person: Person, from?: string): Promise<Response>;
  /** Signs in, and expects to be let in. */
  enter(person?: Person): Promise<SignedIn>;
  /** Makes an account with a password of its own. */
  hire(role: Role): Promise<Person & { id: string }>;
}

export async function startHouse(imports: (Type | DynamicModule)[] = []): Promise<House> {
  const clock = new TestClock();
  const env = { ADMIN_EMAIL: ADMINISTRATOR.email, ADMIN_PASSWORD: ADMINISTRATOR.password };
  const test = await createTestApp({ imports: [StaffModule, ...imports], clock, env });
  await prepareSignIn(test.app, () => undefined);

  const call: House['call'] = (method, path, as, body) => {
    const sent = request(test.server)[method](`/api/v1${path}`);
    if (as) void sent.set('authorization', `Bearer ${as}`);
    return Promise.resolve(body ? sent.send(body) : sent);
  };
  const signIn: House['signIn'] = (person, from = '198.51.100.1') =>
    Promise.resolve(
      request(test.server)
        .post('/api/v1/auth/sign-in')
        .set('x-forwarded-for', from)
        .send({ email: person.email, password: person.password }),
    );
  const enter: House['enter'] = async ({ email, password } = ADMINISTRATOR) => {
    const { status, body } = await signIn({ email, password });
    if (status !== 200) throw new Error(`${email} was not let in: ${JSON.stringify(body)}`);
    return body as SignedIn;
  };
  let hired = 0;
  let chief: SignedIn | undefined;
  /** Signed in anew only when the session of the last time has run out: hashing is what these tests spend their time on. */
  const chiefToken = async () => {
    if (!chief || Date.parse(chief.expiresAt) <= clock.now().getTime()) chief = await enter();
    return chief.accessToken;
  };
  const hire: House['hire'] = async (role) => {
    hired += 1;
    const person = { email: `${role}-${hired}@example.com`, password: `the password of ${role} ${hired}` };
    const answer = await call('post', '/staff', await chiefToken(), {
      ...person,
      displayName: `${role} ${hired}`,
      role,
    });
    if (answer.status !== 201) throw new Error(`${role} was not hired: ${JSON.stringify(answer.body)}`);
    return { ...person, id: answer.body.staff.id as string };
  };
  return { ...test, clock, administrator: ADMINISTRATOR, call, signIn, enter, hire };
}
