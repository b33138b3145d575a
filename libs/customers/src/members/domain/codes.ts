/**
 * What a code sent to a phone is worth. Six digits, good for five minutes and one sign-in; after five wrong tries it is
 * good for nothing. A phone gets one code a minute and ten a day, so whoever guesses has fifty tries a day at a million
 * codes. A network (an office, a carrier's gateway) may ask for a hundred an hour. Example: a code of 10:00:00 is refused
 * at 10:05:00, and the next one can be asked for from 10:01:00 on.
 */
export const CODE_DIGITS = 6;
export const CODE_SECONDS = 300;
export const CODE_TRIES = 5;

/** So many within a window of time, which begins with the first. */
export interface Quota {
  name: string;
  most: number;
  windowSeconds: number;
}

export const PHONE_QUOTAS: readonly Quota[] = [
  { name: 'phone-day', most: 10, windowSeconds: 86_400 },
  { name: 'phone-minute', most: 1, windowSeconds: 60 },
];
export const NETWORK_QUOTA: Quota = { name: 'network-hour', most: 100, windowSeconds: 3600 };

/** How long members stay signed in: half a year in all, sixty days without opening the page. */
export const SESSION_DAYS = 180;
export const IDLE_HOURS = 60 * 24;
export const ACCESS_MINUTES = 15;
