import { describe, expect, it } from '@jest/globals';
import { checkDraft, permissionTable, stateOf } from './model';

describe('the state of an account', () => {
  const now = new Date('2026-11-22T10:00:00Z');

  it('is locked only while the lock runs', () => {
    expect(stateOf({ status: 'active', lockedUntil: '2026-11-22T10:00:01Z' }, now)).toBe('locked');
    expect(stateOf({ status: 'active', lockedUntil: '2026-11-22T10:00:00Z' }, now)).toBe('active');
    expect(stateOf({ status: 'active', lockedUntil: null }, now)).toBe('active');
  });

  it('is disabled whatever else it is', () => {
    expect(stateOf({ status: 'disabled', lockedUntil: '2026-11-22T11:00:00Z' }, now)).toBe('disabled');
  });
});

describe('the table of roles and permissions', () => {
  const roles = [
    { code: 'administrator', permissions: ['staff.read', 'staff.manage', 'customers.read'] },
    { code: 'analyst', permissions: ['customers.read', 'rfm.read'] },
  ];

  it('gathers the permissions of all roles by area and says who holds each', () => {
    expect(permissionTable(roles)).toEqual([
      {
        area: 'staff',
        rows: [
          { code: 'staff.read', heldBy: [true, false] },
          { code: 'staff.manage', heldBy: [true, false] },
        ],
      },
      { area: 'customers', rows: [{ code: 'customers.read', heldBy: [true, true] }] },
      { area: 'rfm', rows: [{ code: 'rfm.read', heldBy: [false, true] }] },
    ]);
  });

  it('is empty without roles', () => {
    expect(permissionTable([])).toEqual([]);
  });
});

describe('a new account', () => {
  const draft = { email: 'lin@example.com', displayName: '林', role: 'analyst' as const };

  it('needs a name, an e-mail and a role', () => {
    expect(checkDraft(draft)).toEqual({});
    expect(checkDraft({ ...draft, displayName: ' ' })).toEqual({ displayName: 'nameMissing' });
    expect(checkDraft({ ...draft, email: '' })).toEqual({ email: 'emailMissing' });
    expect(checkDraft({ ...draft, role: '' })).toEqual({ role: 'roleMissing' });
  });
});
