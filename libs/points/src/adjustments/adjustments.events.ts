import { defineEvent } from '@siyu/platform';

/** A correction by hand waits for a second person. */
export interface ApprovalWanted {
  customerId: string;
  adjustmentId: string;
  points: number;
  reason: string;
  requestedBy: string;
}

export const approvalWanted = defineEvent<ApprovalWanted>('points.approval-wanted');
