import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Account, ACCOUNT_STATUSES, decideChange } from './accounts';
import { ROLES } from './roles';

const chief: Account = { staffId: 'chief', displayName: 'Chief', role: 'administrator', status: 'active' };
const clerk: Account = { staffId: 'clerk', displayName: 'Clerk', role: 'analyst', status: 'active' };
const byChief = { staffId: 'chief', administrators: ['chief'] };

describe('changing an account', () => {
  it('gives the account as it is afterwards, or nothing when nothing changes', () => {
    expect(decideChange(clerk, { role: 'service-staff' }, byChief)).toEqual({ ...clerk, role: 'service-staff' });
    expect(decideChange(clerk, { role: 'analyst', status: 'active' }, byChief)).toBeNull();
    expect(decideChange(clerk, {}, byChief)).toBeNull();
  });

  it('lets people change their own name but not their own role or status', () => {
    expect(decideChange(chief, { displayName: 'Boss' }, byChief)).toEqual({ ...chief, displayName: 'Boss' });
    const two = { staffId: 'chief', administrators: ['chief', 'other'] };
    expect(() => decideChange(chief, { status: 'disabled' }, two)).toThrow('staff.own-account');
    expect(() => decideChange(chief, { role: 'analyst' }, two)).toThrow('staff.own-account');
  });

  it('keeps the last administrator, also from one who was demoted a moment ago', () => {
    const bySomeone = { staffId: 'someone', administrators: ['chief'] };
    expect(() => decideChange(chief, { status: 'disabled' }, bySomeone)).toThrow('staff.last-administrator');
    expect(() => decideChange(chief, { role: 'analyst' }, bySomeone)).toThrow('staff.last-administrator');
    expect(decideChange(chief, { displayName: 'Boss' }, bySomeone)).not.toBeNull();
  });

  it('leaves an administrator whatever is changed, in any order, by anybody', () => {
    const change = fc.record({ role: fc.constantFrom(...ROLES), status: fc.constantFrom(...ACCOUNT_STATUSES) });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3), change)), (steps) => {
        const house = [0, 1, 2, 3].map((id): Account => ({ ...chief, staffId: String(id) }));
        const administrators = () =>
          house
            .filter(({ role, status }) => role === 'administrator' && status === 'active')
            .map(({ staffId }) => staffId);
        for (const [actor, target, wanted] of steps) {
          try {
            const by = { staffId: String(actor), administrators: administrators() };
            house[target] = decideChange(house[target]!, wanted, by) ?? house[target]!;
          } catch {
            // refused
          }
          expect(administrators().length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
