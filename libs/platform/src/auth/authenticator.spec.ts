import { beforeEach, describe, expect, it } from '@jest/globals';
import type { StaffActor } from './actor';
import { Authenticator, type TokenReader } from './authenticator';
import { Recollection } from './recollection';

const staff = (id: string): StaffActor => ({ kind: 'staff', id, sessionId: id, role: 'r', permissions: new Set() });

describe('who is behind a token', () => {
  let now: number;
  let asked: string[];
  let open: boolean;
  let authenticator: Authenticator;
  const reader: TokenReader = {
    prefix: 'good-',
    verify: async (bearer) => {
      asked.push(`verify ${bearer}`);
      if (bearer.endsWith('forged')) return null;
      return {
        subject: bearer.slice(0, 6),
        holder: bearer.endsWith('swapped') ? 'x' : undefined,
        expiresAt: new Date(60_000),
      };
    },
    actorOf: async ({ subject }) => {
      asked.push(`actor ${subject}`);
      return open ? staff(subject) : null;
    },
  };
  const ask = (bearer: string) =>
    authenticator.authenticate(bearer).then(
      (actor) => (actor as StaffActor).id,
      (error: { code: string }) => error.code,
    );

  beforeEach(() => {
    [now, asked, open] = [0, [], true];
    authenticator = new Authenticator({ now: () => new Date(now) });
    authenticator.register(reader);
  });

  it('is found out once and then remembered: the token until it expires, the person for five seconds', async () => {
    for (now of [0, 4999, 5000, 9999]) expect(await ask('good-1')).toBe('good-1');
    expect(asked).toEqual(['verify good-1', 'actor good-1', 'actor good-1']);
    now = 60_000;
    await ask('good-1');
    expect(asked.slice(3)).toEqual(['verify good-1', 'actor good-1']);
  });

  it('is asked of the database once by any number of simultaneous requests', async () => {
    await ask('good-1');
    now = 5000;
    await Promise.all(Array.from({ length: 64 }, () => ask('good-1')));
    expect(asked.filter((what) => what.startsWith('actor'))).toHaveLength(2);
  });

  it('is nobody when the token is forged, of no known kind, or of somebody else, and such tokens are not remembered', async () => {
    for (const token of ['good-1-forged', 'good-1-forged', 'bad-1', '', 'good-1-swapped']) {
      expect(await ask(token)).toBe('auth.unauthenticated');
    }
    expect(asked.filter((what) => what === 'verify good-1-forged')).toHaveLength(2);
  });

  it('is forgotten at once when its session or the whole house has changed', async () => {
    await ask('good-1');
    await ask('good-2');
    open = false;
    authenticator.forget('good-1');
    expect([await ask('good-1'), await ask('good-2')]).toEqual(['auth.unauthenticated', 'good-2']);
    authenticator.forget();
    expect(await ask('good-2')).toBe('auth.unauthenticated');
  });

  it('is asked again after the database failed to answer', async () => {
    let broken = true;
    authenticator.register({
      ...reader,
      prefix: 'shaky-',
      actorOf: async () => {
        if (broken) throw new Error('no connection');
        return staff('shaky');
      },
    });
    await expect(authenticator.authenticate('shaky-1')).rejects.toThrow('no connection');
    broken = false;
    expect(await ask('shaky-1')).toBe('shaky');
  });

  it('is told by one kind of tokens only', () => {
    for (const prefix of ['good-', 'good-er', 'go']) {
      expect(() => authenticator.register({ ...reader, prefix })).toThrow('Two readers');
    }
  });
});

describe('what is remembered', () => {
  it('is bounded, and what nobody asked for goes first', () => {
    const kept = new Recollection<number>(2);
    kept.set('a', 1, 10);
    kept.set('b', 2, 10);
    expect(kept.get('a', 0)).toBe(1);
    kept.set('c', 3, 10);
    expect([kept.get('a', 0), kept.get('b', 0), kept.get('c', 0), kept.size]).toEqual([1, undefined, 3, 2]);
    expect([kept.get('a', 10), kept.size]).toEqual([undefined, 1]);
  });
});
