import { describe, expect, it } from '@jest/globals';
import { isShown, nextSort, parseColumnChoice, sortDirection, switchColumn, type ColumnChoice } from './columns';

const name = { key: 'name', required: true };
const role = { key: 'role' };
const createdAt = { key: 'createdAt', hidden: true };

describe('columns of a table', () => {
  it('show by default what is not hidden', () => {
    expect([name, role, createdAt].map((column) => isShown(column, {}))).toEqual([true, true, false]);
  });

  it('never hide the column that says what the row is', () => {
    expect(isShown(name, { name: false })).toBe(true);
  });

  it('remember only what differs from the default', () => {
    const hidden = switchColumn(role, {});
    expect(hidden).toEqual({ role: false });
    expect(switchColumn(role, hidden)).toEqual({});
    expect(switchColumn(createdAt, {})).toEqual({ createdAt: true });
  });

  it('survive a choice that can not be read', () => {
    const broken: ColumnChoice[] = ['{', 'null', '[]', '{"role":"no"}'].map(parseColumnChoice);
    expect(broken).toEqual([{}, {}, {}, {}]);
    expect(parseColumnChoice('{"role":false}')).toEqual({ role: false });
  });
});

describe('the order of a list', () => {
  const clicks = (field: string, largestFirst: boolean) => {
    const orders = [''];
    for (let click = 0; click < 3; click++) orders.push(nextSort(orders.at(-1)!, field, largestFirst));
    return orders.slice(1);
  };

  it('starts with the largest number or the first letter, turns round, and goes back', () => {
    expect(clicks('netCents', true)).toEqual(['-netCents', 'netCents', '']);
    expect(clicks('name', false)).toEqual(['name', '-name', '']);
  });

  it('starts anew at another column', () => {
    expect(nextSort('-netCents', 'name', false)).toBe('name');
  });

  it('is told at the column it goes by only', () => {
    expect(sortDirection('-netCents', 'netCents')).toBe('descending');
    expect(sortDirection('netCents', 'netCents')).toBe('ascending');
    expect(sortDirection('netCents', 'name')).toBeUndefined();
    expect(sortDirection('', undefined)).toBeUndefined();
  });
});
