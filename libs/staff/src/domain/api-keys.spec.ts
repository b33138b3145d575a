import { describe, expect, it } from '@jest/globals';
import { GRANTABLE, ungrantable } from './api-keys';
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
