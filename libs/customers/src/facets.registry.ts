import { Injectable } from '@nestjs/common';

export type FacetFieldType = 'text' | 'number' | 'instant' | 'day' | 'choice';

export interface FacetField {
  /** Column of the facet's view. `number` wants a bigint, integer or double precision, `instant` a timestamptz, `day` a date. */
  column: string;
  type: FacetFieldType;
  /** The choices of a `choice`, for the console's pickers. */
  options?: readonly string[] | (() => Promise<readonly string[]>);
  /** The choice of customers who have no row in the view, where that means something; null: it means nothing now. */
  ifNone?: () => Promise<string | null>;
}

/** Columns and filters that another lib adds to the list of customers. */
export interface Facet {
  /** First half of a field's name on the wire: `orders` in `orders.netCents`. */
  name: string;
  /** A view that its owner publishes, with at most one row per `customer_id`. */
  view: string;
  fields: Readonly<Record<string, FacetField>>;
}

const NAME = /^[a-z][A-Za-z0-9]{0,39}$/;
const SQL_NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** What the list of customers can show, filter and sort by, beyond the customer's own fields. */
@Injectable()
export class CustomerFacets {
  private readonly facets = new Map<string, Facet>();

  /** Called by other libs when their module starts. @throws Error when a name is taken or is no plain SQL name */
  register(facet: Facet): void {
    if (!NAME.test(facet.name) || !SQL_NAME.test(facet.view)) throw new Error(`The facet ${facet.name} is misnamed.`);
    if (this.facets.has(facet.name)) throw new Error(`The facet ${facet.name} is registered twice.`);
    for (const [name, { column }] of Object.entries(facet.fields)) {
      // Names go into SQL as they are; they come from our own code, and this keeps it so.
      if (!NAME.test(name) || !SQL_NAME.test(column)) throw new Error(`The field ${facet.name}.${name} is misnamed.`);
    }
    this.facets.set(facet.name, facet);
  }

  find(name: string): Facet | undefined {
    return this.facets.get(name);
  }

  all(): Facet[] {
    return [...this.facets.values()];
  }
}
