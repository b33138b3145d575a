import { describe, expect, it } from '@jest/globals';
import type { Asked } from './acts.ts';
import { compare, type Line } from './audit.ts';

const asked = (key: string, answer: Asked['answer']): Asked => {
  return { key, customerId: 'a', path: '/earn', body: {}, sent: 1, answer };
};
const booked = (seq: number) => ({ seq, points: 5, holdId: null });
const line = (key: string, seq: number): Line => ({ customerId: 'a', key, seq, points: 5 });

const nothing = { acked: 1, lost: 0, doubled: 0, differing: 0 };

describe('the comparison of answers with the ledger', () => {
  it.each<[string, Asked[], Line[], Partial<typeof nothing>]>([
    ['nothing wrong', [asked('k', booked(1))], [line('k', 1)], {}],
    ['an act that was answered and is not there', [asked('k', booked(1))], [], { lost: 1 }],
    ['an act that is there twice', [asked('k', booked(1))], [line('k', 1), line('k', 2)], { doubled: 1 }],
    ['another entry than was answered', [asked('k', booked(1))], [line('k', 2)], { differing: 1 }],
    [
      'an act that was refused and is there',
      [asked('k', { refusedBy: 'points.insufficient' })],
      [line('k', 1)],
      { acked: 0, differing: 1 },
    ],
    ['an entry that nobody asked for', [asked('k', booked(1))], [line('k', 1), line('x', 2)], { differing: 1 }],
  ])('finds %s', (_, log, lines, found) => {
    expect(compare(log, lines)).toEqual({ ...nothing, ...found });
  });
});
