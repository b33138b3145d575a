/** Times are shown where the business is, not where the browser happens to be. */
export const BUSINESS_TIME_ZONE = 'Asia/Shanghai';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 2026-11-22 10:05 in Chinese, 22 Nov 2026, 10:05 in English. */
export function formatDateTime(iso: string, locale: string, timeZone = BUSINESS_TIME_ZONE): string {
  const at = partsOf(iso, timeZone);
  const time = `${at.hour}:${at.minute}`;
  return locale.startsWith('zh')
    ? `${at.year}-${at.month}-${at.day} ${time}`
    : `${formatDate(iso, locale, timeZone)}, ${time}`;
}

/** 2026-11-22 in Chinese, 22 Nov 2026 in English. */
export function formatDate(iso: string, locale: string, timeZone = BUSINESS_TIME_ZONE): string {
  const at = partsOf(iso, timeZone);
  if (locale.startsWith('zh')) return `${at.year}-${at.month}-${at.day}`;
  const month = new Intl.DateTimeFormat(locale, { timeZone, month: 'short' }).format(new Date(iso));
  return `${Number(at.day)} ${month} ${at.year}`;
}

/** "3 minutes ago", "yesterday", "in 5 hours"; past a month the plain date, which says more by then. */
export function formatRelative(iso: string, now: Date, locale: string, timeZone = BUSINESS_TIME_ZONE): string {
  const seconds = Math.round((new Date(iso).getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  if (size >= 30 * DAY) return formatDate(iso, locale, timeZone);
  if (size < 45) return locale.startsWith('zh') ? '刚刚' : 'just now';
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (size < HOUR) return relative.format(awayFromZero(seconds / MINUTE), 'minute');
  if (size < DAY) return relative.format(awayFromZero(seconds / HOUR), 'hour');
  return relative.format(awayFromZero(seconds / DAY), 'day');
}

/** 125 -> 02:05, for countdowns. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor((whole % HOUR) / MINUTE))}:${two(whole % MINUTE)}`;
  return whole >= HOUR ? `${Math.floor(whole / HOUR)}:${minutes}` : minutes;
}

/** "59 minutes ago" must not round up to an hour, nor "50 seconds ago" down to none. */
function awayFromZero(value: number): number {
  const whole = Math.trunc(value);
  return whole === 0 ? Math.sign(value) : whole;
}

function partsOf(iso: string, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(iso));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}
