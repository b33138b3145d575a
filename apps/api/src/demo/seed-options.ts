import { parseArgs } from 'node:util';
import { addDays, dayOf, DomainError, isDay, type Day } from '@siyu/kernel';

/** What `seed` was asked for. */
export interface SeedOptions {
  ifEmpty: boolean;
  customers: number;
  seed: number;
  endDay: Day;
}

const USAGE = 'seed [--if-empty] [--customers 20000] [--seed 7] [--end-day YYYY-MM-DD]';
/** More would want more phone numbers than the demo has. */
const MOST_CUSTOMERS = 2_000_000;

/**
 * Reads the command's arguments.
 *
 * @param now decides the last day, which is yesterday unless given: nothing of the demo lies in the future
 * @throws DomainError `seed.arguments` (invalid) with the usage
 */
export function readSeedOptions(args: string[], now: Date, timeZone: string): SeedOptions {
  const values = parsed(args);
  const yesterday = addDays(dayOf(now, timeZone), -1);
  const endDay = values['end-day'] ?? yesterday;
  if (!isDay(endDay) || endDay > yesterday) throw refused(`--end-day is a day up to ${yesterday}`);
  return {
    ifEmpty: values['if-empty'] ?? false,
    customers: whole('--customers', values.customers ?? '20000', MOST_CUSTOMERS),
    seed: whole('--seed', values.seed ?? '7', 2 ** 31),
    endDay,
  };
}

function parsed(args: string[]) {
  try {
    const options = {
      'if-empty': { type: 'boolean' },
      customers: { type: 'string' },
      seed: { type: 'string' },
      'end-day': { type: 'string' },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw refused((error as Error).message.split('. ')[0]!);
  }
}

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw refused(`${name} is a whole number up to ${most}`);
}

function refused(why: string): DomainError {
  return new DomainError('seed.arguments', 'invalid', `${why}.\nUsage: ${USAGE}`);
}
