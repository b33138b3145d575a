import { describe, expect, it } from '@jest/globals';
import { convertAmount, readAmount, writeAmount } from './amounts';

describe('amounts of thresholds', () => {
  it('are typed in yuan and kept in cents', () => {
    expect(readAmount('1000', 2)).toBe(100_000);
    expect(readAmount('1,234.5', 2)).toBe(123_450);
    expect(readAmount('0.01', 2)).toBe(1);
    expect(readAmount('88.', 2)).toBe(8800);
  });

  it('do not lose a cent of large sums', () => {
    expect(readAmount('9,007,199,254.07', 2)).toBe(900_719_925_407);
  });

  it('are read from a Chinese keyboard too', () => {
    expect(readAmount('１，０００．５', 2)).toBe(100_050);
  });

  it('are no numbers where something else was typed', () => {
    for (const text of ['', 'abc', '-5', '1.2.3', '1.234']) expect(readAmount(text, 2)).toBeNull();
    expect(readAmount('2.5', 0)).toBeNull();
    expect(readAmount('2.0', 0)).toBe(2);
  });

  it('are written with cents only where there are some', () => {
    expect(writeAmount(100_000, 2)).toBe('1,000');
    expect(writeAmount(123_450, 2)).toBe('1,234.50');
    expect(writeAmount(5, 2)).toBe('0.05');
    expect(writeAmount(12_000, 0)).toBe('12,000');
    expect(writeAmount(null, 2)).toBe('');
  });

  it('keep their look when something else is counted', () => {
    expect(convertAmount(100_000, 'spend', 'growth')).toBe(1000);
    expect(convertAmount(20, 'orders', 'spend')).toBe(2000);
    expect(convertAmount(1, 'spend', 'orders')).toBe(1);
  });
});
