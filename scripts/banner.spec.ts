import { describe, expect, it } from '@jest/globals';
import { addressOf, banner } from './banner.ts';

const facts = { address: 'http://127.0.0.1:3000', administrator: undefined, dataDir: '/data', databaseUrl: undefined };
const type = 'first-administrator' as const;

describe('what npm start prints when everything is up', () => {
  it('shows a made-up password, and points to ADMIN_PASSWORD for a given one', () => {
    expect(banner({ ...facts, administrator: { type, email: 'a@b', password: 'made-up' } })).toMatch(/a@b\n.*made-up/);
    expect(banner({ ...facts, administrator: { type, email: 'a@b' } })).toMatch(/a@b\n.*ADMIN_PASSWORD/);
  });

  it('never shows the password of the database', () => {
    const text = banner({ ...facts, databaseUrl: 'postgres://me:secret@db.example:5432/siyu' });
    expect(text).toContain('db.example:5432/siyu');
    expect(text).not.toContain('secret');
  });

  it('names an address that a browser on this machine can open', () => {
    expect(addressOf('0.0.0.0', 3000)).toBe('http://localhost:3000');
    expect(addressOf('::1', 3000)).toBe('http://[::1]:3000');
    expect(addressOf('127.0.0.1', 80)).toBe('http://127.0.0.1:80');
  });
});
