import type { components } from '@siyu/api-client';

export type TimelineItem = components['schemas']['TimelineItem'];

export interface SegmentNames {
  zh: string;
  en: string;
}

/** One line of the timeline, in the words' key and what they need. */
export interface TimelineLine {
  key: string;
  /** Money to show at the right; negative flows back to the customer. */
  cents?: number;
  currency?: string;
  /** Points to show at the right instead of money; signed. */
  points?: number;
  /** Growth value, likewise. */
  growth?: number;
  words: Record<string, string>;
  tone: 'neutral' | 'good' | 'warning' | 'accent';
}

/** Names of the segments that an RFM entry leads from and to; null for "not scored". */
export function movedSegments({ data }: Pick<TimelineItem, 'data'>): {
  from: SegmentNames | null;
  to: SegmentNames | null;
} {
  const namesOf = (side: unknown) => (side as { names: SegmentNames } | null)?.names ?? null;
  return { from: namesOf(data.from), to: namesOf(data.to) };
}

/** Reasons in the system's own words, which the kind of the entry tells already. */
const SYSTEM_REASONS = new Set(['captured', 'released', 'matured', 'expired', 'transfer', 'completed']);

/** Moves of a tier that nobody likes to see. */
const WORSE = new Set(['grace', 'fell', 'undone']);

/** What a timeline entry says; kinds that this screen does not know yet say their kind. */
export function lineOf({ kind, data }: Pick<TimelineItem, 'kind' | 'data'>): TimelineLine {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '');
  const number = (name: string) => (typeof data[name] === 'number' ? data[name] : 0);
  switch (kind) {
    case 'order': {
      const isReturn = data.kind === 'return';
      const cancelled = data.status === 'cancelled';
      return {
        key: isReturn ? 'return' : cancelled ? 'orderCancelled' : 'order',
        cents: isReturn ? -number('totalCents') : number('totalCents'),
        currency: text('currency'),
        words: { number: text('externalId'), source: text('source') },
        tone: isReturn || cancelled ? 'warning' : 'good',
      };
    }
    case 'refund':
      return {
        key: 'refund',
        cents: -number('amountCents'),
        currency: text('currency'),
        words: { number: text('orderExternalId') },
        tone: 'warning',
      };
    case 'event':
      return { key: 'event', words: { type: text('type'), source: text('source') }, tone: 'neutral' };
    case 'points': {
      const points = number('points') || number('pendingPoints') || number('heldPoints');
      const reason = SYSTEM_REASONS.has(text('reason')) ? '' : text('reason');
      return {
        key: 'points',
        points,
        words: { kind: text('kind'), reason },
        tone: number('points') > 0 ? 'good' : 'neutral',
      };
    }
    case 'redemption': {
      const cancelled = data.state === 'cancelled';
      return {
        key: cancelled ? 'redemptionCancelled' : 'redemption',
        words: { name: text('rewardName'), quantity: String(number('quantity')) },
        tone: cancelled ? 'warning' : 'accent',
      };
    }
    case 'tier': {
      const name = (side: unknown) => (side as { name: string } | null)?.name ?? '';
      const moved = text('kind');
      return {
        key: 'tier',
        words: { kind: moved, from: name(data.from), to: name(data.to), reason: text('reason') },
        tone: WORSE.has(moved) ? 'warning' : moved === 'rose' || moved === 'kept' ? 'good' : 'accent',
      };
    }
    case 'benefit': {
      const isUse = data.what === 'use';
      const isUndone = isUse ? data.undone === true : data.status === 'void';
      return {
        key: `${isUse ? 'benefitUsed' : 'benefitGiven'}${isUndone ? 'Undone' : ''}`,
        words: { name: text('name') },
        tone: isUndone ? 'warning' : 'accent',
      };
    }
    case 'growth': {
      const isByHand = data.source === 'staff';
      const source = !isByHand && data.reason === 'correction' ? 'correction' : text('source');
      return {
        key: 'growth',
        growth: number('amount'),
        words: { origin: source, reason: isByHand ? text('reason') : '' },
        tone: number('amount') > 0 ? 'good' : 'warning',
      };
    }
    case 'rfm':
      return { key: 'rfm', words: {}, tone: 'accent' };
    default:
      return { key: kind.replaceAll('.', '_'), words: { type: text('type'), source: text('source') }, tone: 'neutral' };
  }
}
