import { BUSINESS_TIME_ZONE } from './dates';

/*
 * Pickers of moments speak of the clock on the wall of the business, the server of instants. A wall-clock time is written
 * `2026-11-22 10:05`. Example: in Asia/Shanghai it is the instant 2026-11-22T02:05:00.000Z.
 */

/** The wall-clock time of an instant. */
export function wallClockOf(iso: string, timeZone = BUSINESS_TIME_ZONE): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(iso));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

/** The instant at which the wall shows that time; a time that a change of the clocks leaves out becomes the one after it. */
export function instantOfWallClock(wall: string, timeZone = BUSINESS_TIME_ZONE): string {
  const wanted = new Date(`${wall.replace(' ', 'T')}:00Z`).getTime();
  // The offset at the guess may differ from the one at the result, hence the second look.
  let instant = wanted;
  for (let look = 0; look < 2; look += 1) {
    const shown = new Date(`${wallClockOf(new Date(instant).toISOString(), timeZone).replace(' ', 'T')}:00Z`).getTime();
    instant += wanted - shown;
  }
  return new Date(instant).toISOString();
}

/** The calendar day `2026-11-22` on which an instant falls. */
export function dayOfInstant(iso: string, timeZone = BUSINESS_TIME_ZONE): string {
  return wallClockOf(iso, timeZone).slice(0, 10);
}
