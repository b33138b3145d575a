import { parseCronItems, type ParsedCronItem } from 'graphile-worker';
import { sweepMemberSignIns } from '@siyu/customers';
import { dayOf, startOfDay } from '@siyu/kernel';
import { forgetKeys, type Job } from '@siyu/platform';
import { awardBirthdays, nightlyProof, settleDue, warnOfExpiry } from '@siyu/points';
import { nightlyRfm } from '@siyu/segments';
import { sweepImports } from '@siyu/imports';
import { sweepSignIns } from '@siyu/staff';
import { giveBirthdayGifts, nightlyEvaluation, sweepGifts, warnOfFall } from '@siyu/tiers';

/** A recurring job: every day at a wall-clock time of the programme's zone. */
interface Daily {
  job: Job<Record<string, never>>;
  at: `${number}:${number}`;
}

/** A recurring job: every so many minutes, counted from the full hour. */
interface Frequent {
  job: Job<Record<string, never>>;
  everyMinutes: number;
}

/**
 * Every job that recurs within the hour. Five minutes divide every offset of every time zone, so there is a run exactly when
 * a day begins, wherever the programme lives.
 */
export const FREQUENT: Frequent[] = [
  { job: settleDue, everyMinutes: 5 },
  // Has something to do in the first run of a day, and whenever days were missed.
  { job: awardBirthdays, everyMinutes: 15 },
  { job: giveBirthdayGifts, everyMinutes: 15 },
  // Finds what a crash left behind; gifts are handed over by jobs of their own.
  { job: sweepGifts, everyMinutes: 15 },
];

/** Every job that recurs daily. */
export const DAILY: Daily[] = [
  // Tiers end and begin with days.
  { job: nightlyEvaluation, at: '00:05' },
  { job: nightlyProof, at: '02:30' },
  { job: nightlyRfm, at: '03:10' },
  { job: forgetKeys, at: '04:30' },
  { job: sweepSignIns, at: '04:35' },
  { job: sweepImports, at: '04:40' },
  { job: sweepMemberSignIns, at: '04:45' },
  { job: warnOfExpiry, at: '10:00' },
  { job: warnOfFall, at: '10:00' },
];

/**
 * The schedule in the queue's terms, which are UTC. The zone's offset is taken at start-up, so where clocks change, the
 * jobs run an hour off until the worker is started anew.
 */
export function schedule(timeZone: string, now: Date = new Date()): ParsedCronItem[] {
  const midnight = startOfDay(dayOf(now, timeZone), timeZone);
  const frequent = FREQUENT.map(({ job, everyMinutes }) => ({
    task: job.name,
    match: `*/${everyMinutes} * * * *`,
    // One run may outlast the next one's time: they take turns, and no more than one waits.
    options: { backfillPeriod: 0, queueName: job.name, jobKey: job.name, jobKeyMode: 'replace' as const },
  }));
  const daily = DAILY.map(({ job, at }) => {
    const [hour, minute] = at.split(':').map(Number);
    const utc = new Date(midnight.getTime() + (hour! * 60 + minute!) * 60_000);
    return {
      task: job.name,
      match: `${utc.getUTCMinutes()} ${utc.getUTCHours()} * * *`,
      options: { backfillPeriod: 86_400_000 },
    };
  });
  return parseCronItems([...frequent, ...daily]);
}
