import { describe, expect, it } from '@jest/globals';
import { currentItem, type MenuGroup } from './current-item';

const paths: Record<string, string> = { staff: '/staff', keys: '/staff/api-keys', points: '/points/approvals' };
const groups = [
  { name: 'system', items: [{ to: 'staff' }, { to: 'keys' }] },
  { name: 'points', items: [{ to: 'points' }] },
] as unknown as MenuGroup[];
const current = (path: string) => currentItem(groups, path, (to) => paths[to]!);

describe('the menu', () => {
  it('marks the page that one is on, or the one above it', () => {
    expect(current('/staff')).toBe('staff');
    expect(current('/staff/roles')).toBe('staff');
  });

  it('marks the nearest of several that lie above', () => {
    expect(current('/staff/api-keys')).toBe('keys');
    expect(current('/staff/api-keys/1')).toBe('keys');
  });

  it('marks nothing for a page beside them, however alike its name', () => {
    expect(current('/staffing')).toBeNull();
    expect(current('/points')).toBeNull();
  });
});
