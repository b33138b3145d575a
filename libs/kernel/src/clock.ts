/** The time, as something that can be handed over, so that tests decide what "now" is. */
export interface Clock {
  now(): Date;
}

/** The wall clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };
