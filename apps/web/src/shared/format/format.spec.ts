import { describe, expect, it } from '@jest/globals';
import { formatDate, formatDateTime, formatDuration, formatRelative } from './dates';
import { formatMoney } from './money';
import { formatPercent, formatWhole } from './numbers';

describe('money', () => {
  it('shows cents as yuan with two decimals and thousands apart', () => {
    expect(formatMoney(123450, 'CNY', 'zh-CN')).toBe('¥1,234.50');
    expect(formatMoney(123450, 'CNY', 'en')).toBe('CN¥1,234.50');
  });

  it('shows a refund as a negative amount', () => {
    expect(formatMoney(-5, 'GBP', 'en')).toBe('-£0.05');
  });

  it('shows no decimals of a currency that has none in use', () => {
    expect(formatMoney(123400, 'JPY', 'en')).toBe('¥1,234');
  });

  it('keeps the last cent of a very large amount', () => {
    expect(formatMoney(900_719_925_474_099, 'GBP', 'en')).toBe('£9,007,199,254,740.99');
  });
});

describe('numbers', () => {
  it('separates thousands and shows no decimals of a count', () => {
    expect(formatWhole(1234567, 'zh-CN')).toBe('1,234,567');
  });

  it('shows a share of one as a percentage with one decimal', () => {
    expect(formatPercent(0.1234, 'zh-CN')).toBe('12.3%');
    expect(formatPercent(1, 'en', 0)).toBe('100%');
  });
});

describe('dates', () => {
  it('shows the business day even when UTC is still on the day before', () => {
    expect(formatDate('2026-11-21T16:30:00Z', 'zh-CN')).toBe('2026-11-22');
    expect(formatDateTime('2026-11-21T16:05:00Z', 'zh-CN')).toBe('2026-11-22 00:05');
    expect(formatDateTime('2026-11-21T16:05:00Z', 'en')).toBe('22 Nov 2026, 00:05');
  });

  it('takes another time zone when the programme runs elsewhere', () => {
    expect(formatDateTime('2026-11-21T16:05:00Z', 'zh-CN', 'Europe/London')).toBe('2026-11-21 16:05');
  });
});

describe('relative time', () => {
  const now = new Date('2026-11-22T10:00:00Z');

  it.each([
    ['2026-11-22T09:59:40Z', '刚刚', 'just now'],
    ['2026-11-22T09:57:00Z', '3分钟前', '3 minutes ago'],
    ['2026-11-22T09:00:30Z', '59分钟前', '59 minutes ago'],
    ['2026-11-22T15:00:00Z', '5小时后', 'in 5 hours'],
    ['2026-11-21T09:00:00Z', '昨天', 'yesterday'],
    ['2026-11-02T09:00:00Z', '20天前', '20 days ago'],
  ])('says how long ago or ahead %s is', (iso, zh, en) => {
    expect(formatRelative(iso, now, 'zh-CN')).toBe(zh);
    expect(formatRelative(iso, now, 'en')).toBe(en);
  });

  it('turns into the plain date past a month', () => {
    expect(formatRelative('2026-10-01T09:00:00Z', now, 'zh-CN')).toBe('2026-10-01');
  });
});

describe('countdown', () => {
  it('counts minutes and seconds, and hours when there are any', () => {
    expect(formatDuration(125)).toBe('02:05');
    expect(formatDuration(0.2)).toBe('00:01');
    expect(formatDuration(3725)).toBe('1:02:05');
    expect(formatDuration(-3)).toBe('00:00');
  });
});
