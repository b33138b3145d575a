import { instantOfWallClock } from '../../shared/format/wall-clock';

/** What people type into the dialogs of points, and what of it can't be sent. The server checks the rest. */

export const POINTS_MAX = 1_000_000_000_000;

/** '1,200' and ' 1200 ' -> 1200; null when it is no whole number above zero. Full-width digits count as typed. */
export function readPoints(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,]/g, '');
  if (!/^\d{1,13}$/.test(plain)) return null;
  const points = Number(plain);
  return points > 0 && points <= POINTS_MAX ? points : null;
}

export const ACTS = ['earn', 'spend', 'adjust', 'hold'] as const;
export type ActKind = (typeof ACTS)[number];

export interface ActDraft {
  points: string;
  /** Of an adjustment. */
  direction: 'up' | 'down';
  reason: string;
  reference: string;
  /** Of an award: by the programme's rule, on a day, or never. */
  expiry: 'rule' | 'day' | 'never';
  /** The last day on which the award counts, '2027-03-31'. */
  lastDay: string;
  /** Of a hold, in minutes; empty for what the programme has. */
  minutes: string;
}

export function emptyDraft(): ActDraft {
  return {
    points: '',
    direction: 'up',
    reason: '',
    reference: '',
    expiry: 'rule',
    lastDay: '',
    minutes: '',
  };
}

/** Field -> key of what is wrong with it. */
export type DraftProblems = Partial<Record<'points' | 'reason' | 'expiresAt', string>>;

/** What can be known before asking: `spendable` bounds what is spent or held. */
export function checkDraft(kind: ActKind, draft: ActDraft, spendable: number | undefined): DraftProblems {
  const problems: DraftProblems = {};
  const points = readPoints(draft.points);
  if (points === null) problems.points = 'pointsWrong';
  else if ((kind === 'spend' || kind === 'hold') && spendable !== undefined && points > spendable) {
    problems.points = 'tooMany';
  }
  if (!draft.reason.trim()) problems.reason = 'reasonMissing';
  if (kind === 'earn' && draft.expiry === 'day' && !draft.lastDay) problems.expiresAt = 'dayMissing';
  if (kind === 'hold' && draft.minutes !== '' && readPoints(draft.minutes) === null) {
    problems.expiresAt = 'minutesWrong';
  }
  return problems;
}

/** The end of a day where the business is: '2027-03-31' -> the moment at which the next day begins there. */
export function endOfDay(day: string, timeZone: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return instantOfWallClock(`${next.toISOString().slice(0, 10)} 00:00`, timeZone);
}

export interface ActBody {
  points: number;
  reason: string;
  reference?: string;
  expiresAt?: string | null;
}

/** The draft as the API wants it; only what {@link checkDraft} let pass. */
export function bodyOf(kind: ActKind, draft: ActDraft, now: Date, timeZone: string): ActBody {
  const size = readPoints(draft.points)!;
  const points = kind === 'adjust' && draft.direction === 'down' ? -size : size;
  const reference = draft.reference.trim();
  const body: ActBody = { points, reason: draft.reason.trim(), ...(reference ? { reference } : {}) };
  if (kind === 'earn' && draft.expiry === 'never') return { ...body, expiresAt: null };
  if (kind === 'earn' && draft.expiry === 'day') return { ...body, expiresAt: endOfDay(draft.lastDay, timeZone) };
  if (kind === 'hold' && draft.minutes) {
    return { ...body, expiresAt: new Date(now.getTime() + readPoints(draft.minutes)! * 60_000).toISOString() };
  }
  return body;
}
