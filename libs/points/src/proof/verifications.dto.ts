import {
  BooleanField,
  ChoiceField,
  IdField,
  InstantField,
  ListField,
  TextField,
  WholeNumberField,
} from '@siyu/platform';
import { VERIFICATION_STATUSES, type VerificationRow, type VerificationStatus } from './verifications.entities';
import { NUMBER_OF_CHECKS } from './proving.service';

const count = { min: 0 };

export class VerificationRequest {
  @IdField({ optional: true, nullable: true, description: 'Left out: everybody.' })
  customerId?: string | null;
}

export class VerificationPath {
  @IdField()
  verificationId: string;
}

export class VerificationCheck {
  @TextField({ max: 50 })
  name: string;

  @WholeNumberField({ ...count, description: 'How many accounts, entries or lots it found wrong.' })
  findings: number;
}

/** Somebody whose books don't close. */
export class VerificationDrift {
  @TextField({ max: 50 })
  check: string;

  @IdField({ nullable: true })
  customerId: string | null;

  @WholeNumberField({ nullable: true, description: 'The entry or lot at which it shows.' })
  seq: number | null;

  @TextField({ max: 500, nullable: true })
  expected: string | null;

  @TextField({ max: 500, nullable: true })
  found: string | null;
}

/** A proof of the books. */
export class PointsVerification {
  @IdField()
  verificationId: string;

  @ChoiceField(VERIFICATION_STATUSES)
  status: VerificationStatus;

  @IdField({ nullable: true, description: 'null: everybody.' })
  customerId: string | null;

  @BooleanField({ nullable: true, description: 'Whether all books close; null before the proof is done.' })
  clean: boolean | null;

  @TextField({ max: 100, description: '`staff:<id>`, `api-key:<id>` or `system`.' })
  requestedBy: string;

  @InstantField()
  requestedAt: Date;

  @InstantField({ nullable: true })
  finishedAt: Date | null;

  @WholeNumberField({ ...count, nullable: true })
  tookMs: number | null;

  @WholeNumberField({ ...count, nullable: true })
  accounts: number | null;

  @WholeNumberField({ ...count, nullable: true })
  entries: number | null;

  @ListField(() => VerificationCheck, { max: 50, description: 'As far as the proof has come.' })
  checks: VerificationCheck[];

  @WholeNumberField({ ...count, description: 'Of so many checks.' })
  checksInAll: number;

  @ListField(() => VerificationDrift, { max: 5000, description: 'What was found, at most a hundred of each check.' })
  drift: VerificationDrift[];

  @TextField({ max: 500, nullable: true, description: 'Why the proof failed.' })
  problem: string | null;

  @TextField({ max: 64, nullable: true, description: 'Of the seal that a clean proof of everybody put on the books.' })
  digest: string | null;
}

export class PointsVerificationPage {
  @ListField(() => PointsVerification, { max: 200 })
  items: PointsVerification[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export function verificationView({ digest, ...row }: VerificationRow): PointsVerification {
  return {
    ...row,
    clean: row.status === 'done' ? row.checks.every(({ findings }) => findings === 0) : null,
    checksInAll: NUMBER_OF_CHECKS,
    digest: digest?.toString('hex') ?? null,
  };
}
