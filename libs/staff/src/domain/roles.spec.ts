import { describe, expect, it } from '@jest/globals';
import { permissionsOf, ROLES } from './roles';

describe('roles', () => {
  it('are five, and the administrator may do everything that any of them may', () => {
    expect(ROLES).toHaveLength(5);
    const all = new Set(ROLES.flatMap(permissionsOf));
    expect(new Set(permissionsOf('administrator'))).toEqual(all);
  });

  it('let the analyst read and nothing else, and see personal data masked', () => {
    expect(permissionsOf('analyst').filter((code) => !code.endsWith('.read'))).toEqual([]);
  });

  it('grant nothing under a name that is not in the table', () => {
    expect(permissionsOf('owner')).toEqual([]);
    expect(permissionsOf('toString')).toEqual([]);
  });
});
