import {
  BooleanField,
  ChoiceField,
  DayField,
  IdField,
  InstantField,
  ListField,
  PageQuery,
  TextField,
} from '@siyu/platform';
import { LOCK_ENDS, LOCK_STATUSES, type LockEnd, type LockStatus } from './locks.entities';

export class LockedCustomerPath {
  @IdField()
  customerId: string;
}

export class TierLockPath extends LockedCustomerPath {
  @IdField()
  lockId: string;
}

export class LockTierRequest {
  @TextField({ max: 100, description: 'A tier of the ladder in force.' })
  tierKey: string;

  @DayField({ description: 'Its last day: today at the earliest, at most five years ahead.' })
  until: string;

  @TextField({ min: 2, max: 200 })
  reason: string;

  @BooleanField({
    optional: true,
    description: 'Whether what the customer does may lift her above it; yes when left out.',
  })
  mayRise?: boolean;

  @TextField({ max: 500, optional: true, nullable: true })
  note?: string | null;
}

export class LiftLockQuery {
  @TextField({ max: 200, optional: true, description: 'Why.' })
  reason?: string;
}

export class TierLockDecision {
  @TextField({ max: 500, optional: true, nullable: true, description: 'Why.' })
  note?: string | null;
}

export class TierLocksQuery extends PageQuery {
  @ChoiceField(LOCK_STATUSES, { optional: true })
  status?: LockStatus;

  @IdField({ optional: true })
  customerId?: string;
}

/** A tier given by hand, or asked for. */
export class TierLock {
  @IdField()
  customerId: string;

  @IdField()
  lockId: string;

  @ChoiceField(LOCK_STATUSES)
  status: LockStatus;

  @TextField({ max: 100 })
  tierKey: string;

  @DayField({ description: 'Its last day.' })
  until: string;

  @BooleanField()
  mayRise: boolean;

  @TextField({ max: 200 })
  reason: string;

  @TextField({ max: 100, description: '`staff:<id>` or `api-key:<id>`.' })
  requestedBy: string;

  @InstantField()
  requestedAt: Date;

  @TextField({ max: 100, nullable: true, description: 'Who agreed, refused or withdrew.' })
  decidedBy: string | null;

  @InstantField({ nullable: true })
  decidedAt: Date | null;

  @TextField({ max: 500, nullable: true })
  note: string | null;

  @InstantField({ nullable: true })
  endedAt: Date | null;

  @TextField({ max: 100, nullable: true })
  endedBy: string | null;

  @ChoiceField(LOCK_ENDS, { nullable: true })
  endReason: LockEnd | null;

  @TextField({ max: 200, nullable: true })
  endNote: string | null;
}

export class TierLockPage {
  @ListField(() => TierLock, { max: 200 })
  items: TierLock[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}
