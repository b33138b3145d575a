import { parseCronItems, type ParsedCronItem } from 'graphile-worker';
import { dayOf, startOfDay } from '@siyu/kernel';

/** A recurring job: every day at a wall-clock time of the programme's zone. */
interface Daily {
  job: string;
  at: `${number}:${number}`;
}

/** Every recurring job of the system. */
const DAILY: Daily[] = [];

/**
 * The schedule in the queue's terms, which are UTC. The zone's offset is taken at start-up, so where clocks change, the
 * jobs run an hour off until the worker is started anew.
 */
export function schedule(timeZone: string, now: Date = new Date()): ParsedCronItem[] {
  const midnight = startOfDay(dayOf(now, timeZone), timeZone);
  return parseCronItems(
    DAILY.map(({ job, at }) => {
      const [hour, minute] = at.split(':').map(Number);
      const utc = new Date(midnight.getTime() + (hour! * 60 + minute!) * 60_000);
      return { task: job, match: `${utc.getUTCMinutes()} ${utc.getUTCHours()} * * *`, options: { backfillPeriod: 86_400_000 } };
    }),
  );
}
