import { describe, expect, it } from '@jest/globals';
import { isShown, parseColumnChoice, switchColumn, type ColumnChoice } from './columns';

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
