/**
 * How long staff stay signed in: thirty days in all, and twelve hours without a sign of life. Example: a console that is
 * open keeps its session alive; overnight the machine sleeps, and the next person at the desk finds a sign-in page.
 */
export const SESSION_DAYS = 30;
export const IDLE_HOURS = 12;
