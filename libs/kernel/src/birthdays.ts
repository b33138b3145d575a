import { addDays, type Day } from './dates';

/**
 * Whose birthday it is. Who was born on 29 February has it on 1 March in common years.
 *
 * Example: 2027-03-01 is the day of those born on 1 March and on 29 February; 2028-03-01 of those born on 1 March alone.
 *
 * @returns months and days as numbers: 301, 229
 */
export function bornOn(day: Day): number[] {
  const monthDay = Number(day.slice(5, 7)) * 100 + Number(day.slice(8));
  const isCommon = addDays(`${day.slice(0, 4)}-02-28`, 1).slice(5) === '03-01';
  return monthDay === 301 && isCommon ? [229, 301] : [monthDay];
}

/** A job that did not run for longer than this does not pay birthdays of a year ago. */
const MOST_DAYS = 60;

/**
 * The days that are to be done: those since the last one done, today included; today alone when none was ever done.
 *
 * @param done the last day that was done to its end
 */
export function daysToDo(done: Day | null, today: Day): Day[] {
  const days: Day[] = [];
  for (let day = today; days.length < MOST_DAYS && (done === null ? day === today : day > done); day = addDays(day, -1))
    days.unshift(day);
  return days;
}
