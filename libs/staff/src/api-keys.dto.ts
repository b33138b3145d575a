import {
  ChoiceField,
  IdField,
  InstantField,
  ListField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
} from '@siyu/platform';
import { ROLES, type Role } from './domain/roles';

export class ApiKeyPath {
  @IdField()
  id: string;
}

export class ApiKeyQuery extends PageQuery {}

export class ApiKeyCreation {
  @TextField({ min: 1, max: 100, example: 'Mini program back end' })
  name: string;

  @TextListField({ max: 100, maxLength: 100, optional: true, description: 'Codes; see GET /api-keys/permissions.' })
  permissions?: string[];

  @ChoiceField(ROLES, {
    optional: true,
    description: 'Instead of `permissions`: what this role may do today, but for what takes a person.',
  })
  role?: Role;

  @InstantField({ optional: true, description: 'Left out: until it is revoked.' })
  expiresAt?: string;
}

/** A key by which a program calls. */
export class ApiKey {
  @IdField()
  id: string;

  @TextField({ max: 100 })
  name: string;

  @TextField({ max: 10, description: 'The last letters of the secret.' })
  ending: string;

  @TextListField({ max: 100, maxLength: 100 })
  permissions: string[];

  @IdField({ nullable: true, description: 'Account of the administrator who made it.' })
  createdBy: string | null;

  @InstantField()
  createdAt: string;

  @InstantField({ nullable: true })
  expiresAt: string | null;

  @InstantField({ nullable: true, description: 'To the minute.' })
  lastUsedAt: string | null;

  @InstantField({ nullable: true })
  revokedAt: string | null;
}

export class ApiKeyPage {
  @ListField(() => ApiKey, { max: 200 })
  items: ApiKey[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class CreatedApiKey {
  @ObjectField(() => ApiKey)
  apiKey: ApiKey;

  @TextField({ max: 100, description: 'The bearer token; shown only this once.' })
  secret: string;
}

export class GrantablePermissions {
  @TextListField({ max: 1000, maxLength: 100, description: 'Every code that a key may hold.' })
  items: string[];
}
