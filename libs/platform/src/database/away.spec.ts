import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { isAway } from './database';

describe('a database that is away', () => {
  it('is known by what the driver throws when nobody listens', async () => {
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as { port: number };
        server.close(() => resolve(port));
      });
    });
    const error = await failureOf(port);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect(isAway(error)).toBe(true);
    expect(isAway({ driverError: error })).toBe(true);
  });

  it('is known when the connection breaks', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    expect(isAway(await failureOf(port))).toBe(true);
    server.close();
  });

  it.each([
    [{ code: '57P03' }, true],
    [{ code: '08006' }, true],
    [{ code: '53300' }, true],
    [{ code: '23505' }, false],
    [{ code: '57014' }, false],
    [new AggregateError([{ code: 'ECONNREFUSED' }, { code: 'ECONNREFUSED' }]), true],
    [new Error('Client has encountered a connection error and is not queryable'), true],
    [new Error('something else'), false],
    [null, false],
  ])('is told from other errors: %j is away: %s', (error, away) => {
    expect(isAway(error)).toBe(away);
  });
});

function failureOf(port: number): Promise<unknown> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'nobody', database: 'nothing' });
  client.on('error', () => undefined);
  return client.connect().then(
    () => null,
    (error: unknown) => error,
  );
}
