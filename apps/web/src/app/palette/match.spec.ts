import { describe, expect, it } from '@jest/globals';
import { matching } from './match';

const pages = [
  { zh: '客户', en: 'Customers' },
  { zh: '修改密码', en: 'Change password' },
  { zh: '员工', en: 'Staff' },
];
const find = (words: string) => matching(pages, words, ({ zh, en }) => [zh, en]).map(({ en }) => en);

describe('the command palette', () => {
  it('lists everything while nothing is typed', () => {
    expect(find('')).toEqual(['Customers', 'Change password', 'Staff']);
  });

  it('finds by either language, whatever the case or width of the letters', () => {
    expect(find('客')).toEqual(['Customers']);
    expect(find('STAFF')).toEqual(['Staff']);
    expect(find('ｓｔａ')).toEqual(['Staff']);
  });

  it('wants every word', () => {
    expect(find('pass change')).toEqual(['Change password']);
    expect(find('pass staff')).toEqual([]);
  });

  it('puts names that begin with the words first', () => {
    expect(find('s')).toEqual(['Staff', 'Customers', 'Change password']);
  });
});
