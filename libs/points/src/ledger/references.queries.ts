import { Injectable } from '@nestjs/common';
import { rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';

/** A customer and what an entry of hers may refer to. */
export interface Reference {
  customerId: string;
  reference: string;
}

/** Entries by what they belong to outside of the ledger. */
@Injectable()
export class ReferencesQueries {
  /**
   * What customers spent on these references and has not been given back in full. Rewards see to their own spends.
   */
  async spentOn(em: EntityManager, references: readonly Reference[]): Promise<(Reference & { seq: number })[]> {
    if (references.length === 0) return [];
    return rows(
      em,
      `select e.customer_id as "customerId", e.reference, e.seq
       from unnest($1::uuid[], $2::text[]) as w (customer_id, reference)
       join points_entries e on e.customer_id = w.customer_id and e.reference = w.reference
       where e.kind in ('spend', 'capture') and e.source <> 'rewards'
         and -e.points > coalesce((
           select sum(r.reversed_points) from points_entries r
           where r.customer_id = e.customer_id and r.reverses_seq = e.seq), 0)
       order by e.customer_id, e.seq`,
      [references.map(({ customerId }) => customerId), references.map(({ reference }) => reference)],
    );
  }
}
