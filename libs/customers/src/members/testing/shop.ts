import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import request, { type Response } from 'supertest';
import type { Clock } from '@siyu/kernel';
import { createTestApp, type TestApp } from '@siyu/platform/testing';
import { CustomersModule } from '../../customers.module';
import { CodeSender } from '../code-senders';
import type { MemberSignedIn } from '../member-auth.dto';

/** A clock that stands still until a test moves it. */
export class StillClock implements Clock {
  private at = Date.parse('2026-11-22T08:00:00Z');

  now(): Date {
    return new Date(this.at);
  }

  pass(seconds: number): void {
    this.at += seconds * 1000;
  }
}

/** The application with customers in it; what would go to phones stays here. */
export interface Shop extends TestApp {
  clock: StillClock;
  /** Codes that were sent, by phone, the last one first. */
  sent: Map<string, string[]>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Response>;
  me(token: string): Promise<Response>;
  /** Asks for a code and tells it. */
  codeFor(phone: string, from?: string): Promise<string>;
  signIn(phone: string): Promise<MemberSignedIn>;
  /** Makes the sender fail, or work again. */
  breakSender(broken: boolean): void;
}

export async function openShop(env: NodeJS.ProcessEnv = {}): Promise<Shop> {
  const clock = new StillClock();
  const test = await createTestApp({ imports: [CustomersModule], clock, env });
  const sent = new Map<string, string[]>();
  let isBroken = false;
  const sender = test.app.get<CodeSender | null>(CodeSender);
  if (sender) {
    sender.send = (phone, code) => {
      if (isBroken) return Promise.reject(new Error('the gateway is down'));
      sent.set(phone, [code, ...(sent.get(phone) ?? [])]);
      return Promise.resolve();
    };
  }
  const post: Shop['post'] = (path, body, headers = {}) =>
    Promise.resolve(request(test.server).post(`/api/v1${path}`).set(headers).send(body));
  const codeFor: Shop['codeFor'] = async (phone, from = '198.51.100.1') => {
    const answer = await post('/member-auth/code', { phone }, { 'x-forwarded-for': from });
    if (answer.status !== 200) throw new Error(`no code for ${phone}: ${JSON.stringify(answer.body)}`);
    return sent.get(`+86${phone}`)![0]!;
  };
  const signIn: Shop['signIn'] = async (phone) => {
    const answer = await post('/member-auth/sign-in', { phone, code: await codeFor(phone) });
    if (answer.status !== 200) throw new Error(`${phone} was not let in: ${JSON.stringify(answer.body)}`);
    return answer.body as MemberSignedIn;
  };
  return {
    ...test,
    clock,
    sent,
    post,
    me: (token) => Promise.resolve(request(test.server).get('/api/v1/me').set('authorization', `Bearer ${token}`)),
    codeFor,
    signIn,
    breakSender: (broken) => void (isBroken = broken),
  };
}

/** What stands in for WeChat: answers as it is told and keeps what it was asked. */
export async function startWechat() {
  const asked: URL[] = [];
  let answer: string = '{}';
  const server = createServer((incoming, outgoing) => {
    asked.push(new URL(incoming.url!, 'http://wechat'));
    outgoing.setHeader('content-type', 'text/plain');
    outgoing.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers: (next: object | string) => void (answer = typeof next === 'string' ? next : JSON.stringify(next)),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
