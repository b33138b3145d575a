import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Asked } from './acts.ts';
import { ADMINISTRATOR } from './house.ts';

export interface Answer {
  /** 0: no answer came. */
  status: number;
  /** Was booked before, under the same key. */
  replayed?: boolean;
  body: Record<string, unknown>;
}

const TIMEOUT_MS = 15_000;

/** HTTP over connections that stay open, as a member of staff. */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true });
  private token = '';

  private readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  /** Signs in, however long that takes. */
  async signIn(): Promise<void> {
    for (let left = 300; ; left -= 1) {
      const { status, body } = await this.call('POST', '/auth/sign-in', ADMINISTRATOR);
      if (status === 200 || status === 201) {
        this.token = String(body.accessToken);
        return;
      }
      if (left === 0) throw new Error(`signing in was answered ${status} ${JSON.stringify(body)}`);
      await sleep(200);
    }
  }

  act({ customerId, path, body, key }: Asked): Promise<Answer> {
    return this.call('POST', `/customers/${customerId}/points${path}`, body, { 'idempotency-key': key });
  }

  call(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    return new Promise((resolve) => {
      const nothing = () => resolve({ status: 0, body: {} });
      const content = body === undefined ? undefined : JSON.stringify(body);
      const asking = request(
        `${this.address}/api/v1${path}`,
        {
          method,
          agent: this.agent,
          timeout: TIMEOUT_MS,
          headers: {
            ...(content === undefined ? {} : { 'content-type': 'application/json' }),
            ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
            ...headers,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('error', nothing);
          response.on('close', () => {
            const replayed = response.headers['idempotent-replay'] === 'true';
            if (response.complete) resolve({ status: response.statusCode ?? 0, replayed, body: parsed(text) });
            else nothing();
          });
        },
      );
      asking.on('error', nothing);
      asking.on('timeout', () => asking.destroy());
      asking.end(content);
    });
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { text };
  }
}
