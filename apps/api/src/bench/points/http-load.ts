import { connect, type Socket } from 'node:net';

/** What came back in a measured time. */
export interface LoadResult {
  perSecond: number;
  /** Answers by status. */
  statuses: Map<number, number>;
  p50: number;
  p99: number;
}

export interface LoadOptions {
  port: number;
  clients: number;
  seconds: number;
  /** The next request, as bytes of HTTP/1.1. */
  next: () => string;
}

/** One request of HTTP/1.1 on a connection that stays open. */
export function httpRequest(method: string, path: string, headers: Record<string, string>, body?: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length =
    body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: bench\r\n${lines.join('')}${length}\r\n${body ?? ''}`;
}

/**
 * So many clients, each on a connection of its own, each with one request under way. The client is written on the bare socket
 * because on two cores every microsecond of it is taken from the server.
 */
export async function load({ port, clients, seconds, next }: LoadOptions): Promise<LoadResult> {
  const statuses = new Map<number, number>();
  const times: number[] = [];
  const start = performance.now();
  const until = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, () =>
      client(port, next, until, (status, ms) => {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        times.push(ms);
      }),
    ),
  );
  const took = (performance.now() - start) / 1000;
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { perSecond: times.length / took, statuses, p50: at(0.5), p99: at(0.99) };
}

function client(
  port: number,
  next: () => string,
  until: number,
  count: (status: number, ms: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let received = '';
    const send = () => {
      sentAt = performance.now();
      socket.write(next());
    };
    socket.setEncoding('latin1');
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed a connection')));
    socket.on('data', (chunk: string) => {
      received += chunk;
      if (received.length < answerLength(received)) return;
      const now = performance.now();
      count(Number(received.slice(9, 12)), now - sentAt);
      received = '';
      if (now < until) return send();
      socket.removeAllListeners('close');
      socket.end();
      resolve();
    });
  });
}

/** How long the whole answer is; infinity while its head is not there. */
function answerLength(received: string): number {
  const head = received.indexOf('\r\n\r\n');
  if (head < 0) return Infinity;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, head + 2));
  return head + 4 + Number(length?.[1] ?? 0);
}
