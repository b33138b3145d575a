import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { holding } from '@siyu/platform/testing';
import type { LedgerHouse } from '../../testing/ledger-house';

export interface TillAnswer {
  status: number;
  replayed: boolean;
  body: Record<string, unknown> & { seq?: number; points?: number; holdId?: string | null; code?: string };
}

/** A house that listens, and callers on real sockets that stay open. */
export class Till {
  private readonly agent: Agent;
  private readonly headers = holding('points.read', 'points.write', 'points.adjust');
  private readonly port: number;

  private constructor(
    readonly house: LedgerHouse,
    clients: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: clients });
    this.port = (house.test.server.address() as AddressInfo).port;
  }

  static async open(house: LedgerHouse, clients: number): Promise<Till> {
    await new Promise<void>((resolve) => house.test.server.listen(0, '127.0.0.1', resolve));
    return new Till(house, clients);
  }

  close(): void {
    this.agent.destroy();
  }

  post(customerId: string, path: string, body: object, key: string): Promise<TillAnswer> {
    const content = JSON.stringify(body);
    const headers = {
      ...this.headers,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(content)),
      'idempotency-key': key,
    };
    const target = { host: '127.0.0.1', port: this.port, path: `/api/v1/customers/${customerId}/points${path}` };
    return new Promise((resolve, reject) => {
      const asking = request({ ...target, method: 'POST', agent: this.agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            replayed: response.headers['idempotent-replay'] === 'true',
            body: JSON.parse(text) as TillAnswer['body'],
          }),
        );
      });
      asking.on('error', reject);
      asking.end(content);
    });
  }
}
