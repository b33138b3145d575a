import { DomainError } from '@siyu/kernel';

export const MOST_CALENDAR_DAYS = 366;

export const expiryErrors = {
  badPeriod: () =>
    new DomainError('points.calendar-period', 'invalid', `The calendar shows 1 to ${MOST_CALENDAR_DAYS} days.`, {
      errors: [{ pointer: '/to', message: `must lie 0 to ${MOST_CALENDAR_DAYS - 1} days behind from` }],
    }),
};
