import {
  ChoiceField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  PageQuery,
  TextField,
  WholeNumberField,
  BooleanField,
} from '@siyu/platform';
import { LedgerEntry } from './acts.dto';
import { ENTRY_KINDS } from './domain/acts';
import { limits } from './domain/limits';

const signed = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
const unsigned = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** Points that end at the same moment. */
export class ExpiringPoints {
  @WholeNumberField(unsigned)
  points: number;

  @InstantField()
  expiresAt: Date;
}

export class PointsBalance {
  @WholeNumberField({ ...signed, description: 'Held points included; below zero while the customer owes points.' })
  balance: number;

  @WholeNumberField({ ...unsigned, description: 'What can be spent now: neither held nor owed.' })
  spendable: number;

  @WholeNumberField(unsigned)
  pending: number;

  @WholeNumberField(unsigned)
  held: number;

  @WholeNumberField(unsigned)
  debt: number;

  @ListField(() => ExpiringPoints, { max: 12, description: 'What ends when, the soonest first.' })
  expiring: ExpiringPoints[];

  @WholeNumberField({ ...signed, description: 'Earned in all, before what was taken back.' })
  earned: number;

  @WholeNumberField(signed)
  spent: number;

  @WholeNumberField(signed)
  expired: number;

  @InstantField({ description: 'When these figures were read.' })
  computedAt: Date;
}

export class EntriesQuery extends PageQuery {
  @TextField({
    max: 200,
    optional: true,
    pattern: new RegExp(`^(${ENTRY_KINDS.join('|')})(,(${ENTRY_KINDS.join('|')}))*$`),
    description: 'Kinds to show, with commas between; all when left out.',
    example: 'earn,spend',
  })
  kinds?: string;
}

export class EntryPage {
  @ListField(() => LedgerEntry, { max: 200 })
  items: LedgerEntry[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

/** What an entry did to one lot. */
export class LotMovement {
  @WholeNumberField({ min: 1, max: 2_147_483_647, description: 'The entry that granted the lot.' })
  lotSeq: number;

  @WholeNumberField({ ...signed, description: 'Below zero: drawn; above: given back.' })
  points: number;

  @WholeNumberField(signed)
  heldPoints: number;

  @InstantField({ nullable: true, description: 'When the lot ends, as it stands now.' })
  expiresAt: Date | null;

  @TextField({ max: limits.reason, description: 'Why the lot was granted.' })
  reason: string;

  @InstantField()
  grantedAt: Date;
}

export class PointsLot {
  @WholeNumberField({ min: 1, max: 2_147_483_647 })
  lotSeq: number;

  @WholeNumberField(unsigned)
  granted: number;

  @WholeNumberField(unsigned)
  remaining: number;

  @WholeNumberField(unsigned)
  held: number;

  @BooleanField()
  pending: boolean;

  @InstantField({ nullable: true })
  availableAt: Date | null;

  @InstantField({ nullable: true })
  expiresAt: Date | null;

  @WholeNumberField({ min: 1, max: 1200, nullable: true, description: 'Ends after so many months without activity.' })
  idleMonths: number | null;

  @TextField({ max: limits.reason })
  reason: string;

  @InstantField()
  grantedAt: Date;
}

export class PointsLotList {
  @ListField(() => PointsLot, { max: 1000 })
  items: PointsLot[];
}

export class EntryDetails {
  @ObjectField(() => LedgerEntry)
  entry: LedgerEntry;

  @ListField(() => LotMovement, { max: 100_000 })
  movements: LotMovement[];

  @ObjectField(() => PointsLot, { nullable: true, description: 'The lot that the entry granted.' })
  lot: PointsLot | null;

  @ListField(() => LedgerEntry, { max: 1000, description: 'Entries that took this one back, in whole or in part.' })
  reversals: LedgerEntry[];

  @WholeNumberField({ ...unsigned, description: 'How much of the entry can still be taken back.' })
  reversible: number;
}

/** Points reserved for something being paid. */
export class PointsHold {
  @IdField()
  holdId: string;

  @ChoiceField(['open', 'captured', 'released', 'expired', 'moved'])
  status: string;

  @WholeNumberField({ min: 1, max: limits.points })
  points: number;

  @WholeNumberField({ min: 0, max: limits.points })
  captured: number;

  @WholeNumberField({ min: 0, max: limits.points })
  released: number;

  @TextField({ max: limits.reason })
  reason: string;

  @TextField({ max: limits.reference, nullable: true })
  reference: string | null;

  @InstantField()
  openedAt: Date;

  @InstantField()
  expiresAt: Date;
}

export class PointsHoldList {
  @ListField(() => PointsHold, { max: 1000 })
  items: PointsHold[];
}
