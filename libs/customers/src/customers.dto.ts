import {
  ChoiceField,
  DayField,
  FreeFormField,
  IdField,
  InstantField,
  ListField,
  TextField,
  BooleanField,
} from '@siyu/platform';
import { MAX_IDENTITY_LENGTH } from './domain/identities';
import { MAX_NAME_LENGTH } from './domain/names';
import { GENDERS, type Gender } from './domain/profiles';

const MAX_IDENTITIES = 50;

export class CustomerPath {
  @IdField()
  id: string;
}

export class IdentityPath extends CustomerPath {
  @TextField({ max: 40 })
  type: string;

  @TextField({ max: MAX_IDENTITY_LENGTH, description: 'The whole identity, or the way it is shown (138****8000).' })
  value: string;
}

/** An identity as it is sent in, in any spelling. */
export class IdentityInput {
  @TextField({
    max: 40,
    example: 'phone',
    description: 'phone, email, unionid, …, or a type of your own (a-z, 0-9, _).',
  })
  type: string;

  @TextField({ max: MAX_IDENTITY_LENGTH, example: '138 0013 8000' })
  value: string;
}

export class CustomerCreation {
  @TextField({ max: MAX_NAME_LENGTH, example: '王小明' })
  displayName: string;

  @ListField(() => IdentityInput, { min: 1, max: MAX_IDENTITIES })
  identities: IdentityInput[];

  @FreeFormField({ optional: true, description: 'Custom attributes.' })
  attributes?: Record<string, unknown>;

  @ChoiceField(GENDERS, { optional: true })
  gender?: Gender;

  @DayField({ optional: true })
  birthday?: string;

  @TextField({
    max: 60,
    min: 1,
    optional: true,
    description: 'Where the customer was first seen; `console` when left out.',
  })
  source?: string;
}

export class CustomerUpdate {
  @TextField({ min: 1, max: MAX_NAME_LENGTH, optional: true })
  displayName?: string;

  @ChoiceField(GENDERS, { optional: true, nullable: true })
  gender?: Gender | null;

  @DayField({ optional: true, nullable: true })
  birthday?: string | null;

  @FreeFormField({ optional: true, description: 'Sets the keys named here; null removes a key.' })
  attributes?: Record<string, unknown>;
}

/** An identity as it is shown: phone numbers and e-mail addresses with their middle covered. */
export class CustomerIdentity {
  @TextField({ max: 40, example: 'phone' })
  type: string;

  @TextField({ max: MAX_IDENTITY_LENGTH, example: '138****8000' })
  value: string;

  @BooleanField({ description: 'Whether the middle of the value is covered.' })
  masked: boolean;

  @TextField({ max: 60, description: 'Who told of it.' })
  source: string;

  @InstantField()
  createdAt: string;
}

export class Customer {
  @IdField()
  id: string;

  @TextField({ min: 0, max: MAX_NAME_LENGTH, description: 'Empty when only identities are known.' })
  displayName: string;

  @ChoiceField(GENDERS, { nullable: true })
  gender: Gender | null;

  @DayField({ nullable: true })
  birthday: string | null;

  @FreeFormField()
  attributes: Record<string, unknown>;

  @TextField({ max: 60, description: 'Where the customer was first seen.' })
  source: string;

  @ListField(() => CustomerIdentity, { max: 10_000 })
  identities: CustomerIdentity[];

  @InstantField()
  createdAt: string;

  @InstantField()
  updatedAt: string;
}

export class RevealedIdentity {
  @TextField({ max: 40 })
  type: string;

  @TextField({ max: MAX_IDENTITY_LENGTH })
  value: string;
}

export class RevealedIdentities {
  @ListField(() => RevealedIdentity, { max: 10_000 })
  identities: RevealedIdentity[];
}
