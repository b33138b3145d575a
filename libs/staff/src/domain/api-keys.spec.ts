import { describe, expect, it } from '@jest/globals';
import { GRANTABLE, makeSecret, secretHash, ungrantable } from './api-keys';
import { permissionsOf, ROLES } from './roles';

describe('what an API key may hold', () => {
  it('is nothing that takes a person', () => {
    expect(ungrantable(['staff.manage', 'points.approve', 'customers.read', 'dreams.read'])).toEqual([
      'staff.manage',
      'points.approve',
      'dreams.read',
    ]);
  });

  it('includes the issue of member tokens, which no role holds', () => {
    expect(GRANTABLE).toContain('members.issue-token');
    expect(ROLES.filter((role) => permissionsOf(role).includes('members.issue-token'))).toEqual([]);
  });

  it('names each code once', () => {
    expect(new Set(GRANTABLE).size).toBe(GRANTABLE.length);
  });
});

describe('a secret', () => {
  it('is never made twice and fits into a header', () => {
    const secrets = new Set(Array.from({ length: 100 }, makeSecret));
    expect(secrets.size).toBe(100);
    for (const secret of secrets) expect(secret).toMatch(/^siyu_[\w-]{43}$/);
  });

  it('cannot be read from what is kept', () => {
    expect(secretHash('siyu_x')).toMatch(/^[0-9a-f]{64}$/);
    expect(secretHash('siyu_x')).not.toBe(secretHash('siyu_y'));
  });
});
