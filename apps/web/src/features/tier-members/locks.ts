import type { components } from '@siyu/api-client';
import { choiceParam } from '../../shared/query/params';

export type TierLock = components['schemas']['TierLock'];
export type LockStatus = TierLock['status'];

/** The list's filter as it stands in the address; the bare address means what waits. */
export const lockFilters = { status: choiceParam(['active', 'ended', 'refused', 'withdrawn', 'all']) };

export function statusAsked(chosen: string): LockStatus | undefined {
  if (chosen === 'all') return undefined;
  return chosen === '' ? 'waiting' : (chosen as LockStatus);
}

/** What this person may do with a lock: decide on somebody else's, withdraw their own, lift one that holds, or only look. */
export function mayDo(
  { status, requestedBy }: Pick<TierLock, 'status' | 'requestedBy'>,
  staffId: string | undefined,
  can: { approve: boolean; lock: boolean },
): 'decide' | 'withdraw' | 'lift' | 'nothing' {
  if (status === 'active') return can.lock ? 'lift' : 'nothing';
  if (status !== 'waiting') return 'nothing';
  if (requestedBy === `staff:${staffId}`) return can.lock ? 'withdraw' : 'nothing';
  return can.approve ? 'decide' : 'nothing';
}

export const toneOfLock = {
  waiting: 'accent',
  active: 'good',
  refused: 'danger',
  withdrawn: 'neutral',
  ended: 'neutral',
} as const satisfies Record<LockStatus, string>;

export interface LockDraft {
  tierKey: string;
  until: string;
  mayRise: boolean;
  reason: string;
}

/** Most years that a lock may last; the server says the same. */
const MOST_YEARS = 5;

/** ('2026-03-15') -> '2031-03-15', the last day that a lock may end on; 29 February becomes the 28th. */
export function latestEnd(today: string): string {
  const year = Number(today.slice(0, 4)) + MOST_YEARS;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}-${today.endsWith('02-29') && !isLeap ? '02-28' : today.slice(5)}`;
}

/** Field -> key of what is wrong with it. */
export function checkLock(
  { tierKey, until, reason }: LockDraft,
  today: string,
): Partial<Record<keyof LockDraft, string>> {
  return {
    ...(tierKey ? {} : { tierKey: 'tierMissing' }),
    ...(!until ? { until: 'untilMissing' } : until < today || until > latestEnd(today) ? { until: 'untilWrong' } : {}),
    ...(reason.trim().length < 2 ? { reason: 'reasonMissing' } : {}),
  };
}
