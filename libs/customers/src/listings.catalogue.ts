import { Injectable } from '@nestjs/common';
import { DomainError } from '@siyu/kernel';
import { isSortable, OPERATORS, type Field } from './domain/filters';
import { GENDERS } from './domain/profiles';
import { CustomerFacets, type Facet, type FacetField } from './facets.registry';
import type { FieldOfList } from './listings.dto';

/** A field with its place in SQL. */
export interface PlacedField extends Field {
  /** Null for a column of `customers`. */
  facet: Facet | null;
  column: string;
  options: FacetField['options'];
  ifNone: FacetField['ifNone'];
}

const OWN: Facet['fields'] = {
  createdAt: { column: 'created_at', type: 'instant' },
  gender: { column: 'gender', type: 'choice', options: GENDERS },
  source: { column: 'source', type: 'text' },
};

/** Every field that the list of customers knows: the customer's own, and those of the facets. */
@Injectable()
export class ListingCatalogue {
  constructor(private readonly facets: CustomerFacets) {}

  fields(): Map<string, PlacedField> {
    const own = placed(OWN, null);
    return new Map([...own, ...this.facets.all().flatMap((facet) => placed(facet.fields, facet))]);
  }

  /**
   * @param text names with commas between
   * @throws DomainError `customers.facet-unknown` (invalid)
   */
  facetsNamed(text: string): Facet[] {
    const names = new Set(
      text
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    );
    return [...names].map((name) => this.facets.find(name) ?? unknownFacet());
  }

  /** For pickers of columns and filters. */
  describe(): Promise<FieldOfList[]> {
    return Promise.all(
      [...this.fields().values()].map(async (field) => ({
        name: field.name,
        facet: field.facet?.name ?? null,
        type: field.type,
        operators: [...OPERATORS[field.type]],
        sortable: isSortable(field),
        options: field.options
          ? [...(typeof field.options === 'function' ? await field.options() : field.options)]
          : null,
      })),
    );
  }
}

function placed(fields: Facet['fields'], facet: Facet | null): [string, PlacedField][] {
  return Object.entries(fields).map(([key, { column, type, options, ifNone }]) => {
    const name = facet ? `${facet.name}.${key}` : key;
    return [name, { name, type, facet, column, options, ifNone }];
  });
}

function unknownFacet(): never {
  throw new DomainError('customers.facet-unknown', 'invalid', 'The list has no such facet.', {
    errors: [{ pointer: '/facets', message: 'must be names of facets with commas between' }],
  });
}
