import {
  BooleanField,
  ChoiceField,
  IdField,
  InstantField,
  ListField,
  PageQuery,
  TextField,
  TextListField,
  FreeFormField,
} from '@siyu/platform';
import { Transform } from 'class-transformer';
import { MAX_NAME_LENGTH } from './domain/names';
import { OPERATORS, type FieldType } from './domain/filters';
import { GENDERS, type Gender } from './domain/profiles';

const MAX_CONDITIONS = 20;

export class CustomersQuery extends PageQuery {
  @TextField({
    max: 100,
    optional: true,
    description:
      'Part of a name, a phone or its last four digits, an e-mail or what stands before its @, any other identity.',
  })
  q?: string;

  @TextField({
    max: 100,
    optional: true,
    description: 'A field, with - in front for descending; newest first when left out.',
  })
  sort?: string;

  // Written once, a parameter comes as text; written again, as a list.
  @Transform(({ value }) => (typeof value === 'string' ? [value] : value))
  @TextListField({
    max: MAX_CONDITIONS,
    maxLength: 1000,
    optional: true,
    description: 'Conditions field:operator:value, all of which must hold.',
    example: ['orders.netCents:gte:10000'],
  })
  filter?: string[];

  @TextField({ max: 500, optional: true, description: 'Facets to show, with commas between.', example: 'orders,rfm' })
  facets?: string;
}

export class ListedIdentity {
  @TextField({ max: 40 })
  type: string;

  @TextField({ max: 200 })
  value: string;

  @BooleanField()
  masked: boolean;
}

export class ListedCustomer {
  @IdField()
  id: string;

  @TextField({ min: 0, max: MAX_NAME_LENGTH })
  displayName: string;

  @ChoiceField(GENDERS, { nullable: true })
  gender: Gender | null;

  @TextField({ max: 60 })
  source: string;

  @InstantField()
  createdAt: string;

  @ListField(() => ListedIdentity, { max: 10_000 })
  identities: ListedIdentity[];

  @FreeFormField({
    description: 'By facet that was asked for, its fields; null for a customer of whom it knows nothing.',
  })
  facets: Record<string, Record<string, unknown> | null>;
}

export class CustomersPage {
  @ListField(() => ListedCustomer, { max: 200 })
  items: ListedCustomer[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class FieldOfList {
  @TextField({ max: 100, example: 'orders.netCents' })
  name: string;

  @TextField({ max: 40, nullable: true, description: 'The facet it belongs to; null for the customer’s own fields.' })
  facet: string | null;

  @ChoiceField(Object.keys(OPERATORS))
  type: FieldType;

  @TextListField({ max: 10, maxLength: 10 })
  operators: string[];

  @BooleanField()
  sortable: boolean;

  @TextListField({ max: 1000, maxLength: 200, nullable: true, description: 'What a choice may be.' })
  options: string[] | null;
}

export class FieldsOfList {
  @ListField(() => FieldOfList, { max: 1000 })
  items: FieldOfList[];
}
