import { describe, expect, it } from '@jest/globals';
import { byArea, checkKeyDraft, emptyKeyDraft, stateOfKey } from './api-keys';

const NOW = new Date('2026-11-22T02:00:00Z');
const key = (times: { revokedAt?: string; expiresAt?: string }) => ({ revokedAt: null, expiresAt: null, ...times });

describe('an API key', () => {
  it('is active until it ends or is revoked, and revoked weighs more', () => {
    expect(stateOfKey(key({}), NOW)).toBe('active');
    expect(stateOfKey(key({ expiresAt: '2026-11-22T02:00:01Z' }), NOW)).toBe('active');
    expect(stateOfKey(key({ expiresAt: '2026-11-22T02:00:00Z' }), NOW)).toBe('expired');
    expect(stateOfKey(key({ expiresAt: '2020-01-01T00:00:00Z', revokedAt: '2020-01-01T00:00:00Z' }), NOW)).toBe(
      'revoked',
    );
  });

  it('needs a name and a role, or a name and codes', () => {
    expect(checkKeyDraft(emptyKeyDraft())).toEqual({ name: 'nameMissing', role: 'roleMissing' });
    expect(checkKeyDraft({ ...emptyKeyDraft(), name: 'x', role: 'analyst' })).toEqual({});
    expect(checkKeyDraft({ ...emptyKeyDraft(), name: 'x', by: 'codes', role: 'analyst' })).toEqual({
      permissions: 'codesMissing',
    });
    expect(checkKeyDraft({ ...emptyKeyDraft(), name: 'x', by: 'codes', codes: ['orders.read'] })).toEqual({});
  });

  it('shows its codes by area', () => {
    expect(byArea(['staff.read', 'orders.read', 'staff.manage'])).toEqual([
      { area: 'staff', codes: ['staff.read', 'staff.manage'] },
      { area: 'orders', codes: ['orders.read'] },
    ]);
  });
});
