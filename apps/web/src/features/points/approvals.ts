import type { components } from '@siyu/api-client';
import { choiceParam } from '../../shared/query/params';

export type Adjustment = components['schemas']['PointsAdjustment'];
export type AdjustmentStatus = Adjustment['status'];

export const STATUSES = ['waiting', 'approved', 'refused', 'withdrawn'] as const satisfies readonly AdjustmentStatus[];

/** The list's filter as it stands in the address; 'all' there, so that the bare address means what waits. */
export const approvalFilters = { status: choiceParam(['approved', 'refused', 'withdrawn', 'all']) };

export function statusAsked(chosen: string): AdjustmentStatus | undefined {
  if (chosen === 'all') return undefined;
  return chosen === '' ? 'waiting' : (chosen as AdjustmentStatus);
}

/** What this person may do with a correction: decide on somebody else's, withdraw their own, or only look. */
export function mayDo(
  { status, requestedBy }: Pick<Adjustment, 'status' | 'requestedBy'>,
  staffId: string | undefined,
  can: { approve: boolean; adjust: boolean },
): 'decide' | 'withdraw' | 'nothing' {
  if (status !== 'waiting') return 'nothing';
  if (requestedBy === `staff:${staffId}`) return can.adjust ? 'withdraw' : 'nothing';
  return can.approve ? 'decide' : 'nothing';
}

export const toneOf = {
  waiting: 'accent',
  approved: 'good',
  refused: 'danger',
  withdrawn: 'neutral',
} as const satisfies Record<AdjustmentStatus, string>;
