import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, rows } from '@siyu/platform';
import type { ImportKeyRow } from './openings.entities';

type Number = Pick<ImportKeyRow, 'source' | 'externalId'>;

/** Whose each opening balance is: the same one of a source goes to the same customer, wherever her identities lead by then. */
@Injectable()
export class OpeningsStore {
  find(em: EntityManager, asked: Number[]): Promise<ImportKeyRow[]> {
    return rows<ImportKeyRow>(
      em,
      `select source, external_id as "externalId", customer_id as "customerId" from points_import_keys
       join unnest($1::text[], $2::text[]) as asked (source, external_id) using (source, external_id)`,
      [asked.map(({ source }) => source), asked.map(({ externalId }) => externalId)],
    );
  }

  /** Those that somebody has already stay with whom they are. */
  async claim(em: EntityManager, keys: ImportKeyRow[]): Promise<void> {
    await affected(
      em,
      `insert into points_import_keys (source, external_id, customer_id)
       select * from unnest($1::text[], $2::text[], $3::uuid[]) as n (source, external_id, customer_id)
       order by source, external_id on conflict do nothing`,
      [
        keys.map(({ source }) => source),
        keys.map(({ externalId }) => externalId),
        keys.map(({ customerId }) => customerId),
      ],
    );
  }
}
