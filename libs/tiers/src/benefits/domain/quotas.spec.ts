import { describe, expect, it } from '@jest/globals';
import { leftOf, periodOf, renewalOf } from './quotas';

const SHANGHAI = 'Asia/Shanghai';

describe('quotas of benefits', () => {
  it('count within months and years of the house', () => {
    // 23:59 of New Year's Eve in Shanghai, and one minute later.
    const [before, after] = [new Date('2026-12-31T15:59:00Z'), new Date('2026-12-31T16:00:00Z')];
    const monthly = { times: 2, per: 'month' } as const;
    const yearly = { times: 2, per: 'year' } as const;
    expect([before, after].map((at) => periodOf(monthly, at, SHANGHAI, null))).toEqual(['2026-12', '2027-01']);
    expect([before, after].map((at) => periodOf(yearly, at, SHANGHAI, null))).toEqual(['2026', '2027']);
    expect([before, after].map((at) => renewalOf(monthly, at, SHANGHAI))).toEqual(['2027-01-01', '2027-02-01']);
    expect([before, after].map((at) => renewalOf(yearly, at, SHANGHAI))).toEqual(['2027-01-01', '2028-01-01']);
  });

  it('renew on the first of the next month, also from the last day of short ones', () => {
    const monthly = { times: 1, per: 'month' } as const;
    const renewals = ['2026-02-28', '2028-02-29', '2026-04-30', '2026-01-31'].map((day) =>
      renewalOf(monthly, new Date(`${day}T04:00:00Z`), SHANGHAI),
    );
    expect(renewals).toEqual(['2026-03-01', '2028-03-01', '2026-05-01', '2026-02-01']);
  });

  it('of this time in the tier begin anew when it is reached anew, and on no day that could be named', () => {
    const quota = { times: 1, per: 'tier' } as const;
    const at = new Date('2026-05-01T00:00:00Z');
    const [first, second] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-04-01T00:00:00Z')];
    expect(periodOf(quota, at, SHANGHAI, first)).not.toBe(periodOf(quota, at, SHANGHAI, second));
    expect(periodOf(quota, at, SHANGHAI, null)).toBe('tier:first');
    expect(renewalOf(quota, at, SHANGHAI)).toBeNull();
    expect(renewalOf({ times: 1, per: 'ever' }, at, SHANGHAI)).toBeNull();
  });

  it('leave nothing where a ladder grants less than was used, and never run out where there is none', () => {
    expect(leftOf({ times: 3, per: 'ever' }, 1)).toBe(2);
    expect(leftOf({ times: 3, per: 'ever' }, 5)).toBe(0);
    expect(leftOf(null, 5)).toBeNull();
  });
});
