import { Injectable } from '@nestjs/common';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { ValueLedger, ValueProgramme } from './domain/rules';
import type { ValueProgrammeRow } from './values.entities';

const COLUMNS = `ledger, version, rules, valid_from as "validFrom", author_id as "authorId", note, created_at as "createdAt"`;

/** Every read and write of the rules of value ledgers. */
@Injectable()
export class ValueRulesStore {
  /** All versions of the ledgers, to see which one holds when. */
  versions(em: EntityManager): Promise<(ValueProgramme & { ledger: ValueLedger })[]> {
    return rows(
      em,
      `select ledger, version, rules, valid_from as "validFrom" from tiers_value_programmes order by ledger, version`,
    );
  }

  latest(em: EntityManager, ledger: ValueLedger): Promise<ValueProgrammeRow | null> {
    return row(em, `select ${COLUMNS} from tiers_value_programmes where ledger = $1 order by version desc limit 1`, [
      ledger,
    ]);
  }

  /** Newest first, behind `before`. */
  list(em: EntityManager, ledger: ValueLedger, limit: number, before: number | null): Promise<ValueProgrammeRow[]> {
    return rows(
      em,
      `select ${COLUMNS} from tiers_value_programmes
       where ledger = $1 and ($3::integer is null or version < $3) order by version desc limit $2`,
      [ledger, limit, before],
    );
  }

  /** Makes whoever else changes rules wait until this transaction has ended. */
  async lock(em: EntityManager): Promise<void> {
    await affected(em, 'lock table tiers_value_programmes in share row exclusive mode');
  }

  async insert(em: EntityManager, programme: ValueProgrammeRow): Promise<void> {
    const { ledger, version, rules, validFrom, authorId, note, createdAt } = programme;
    await affected(
      em,
      `insert into tiers_value_programmes (ledger, version, rules, valid_from, author_id, note, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [ledger, version, JSON.stringify(rules), validFrom, authorId, note, createdAt],
    );
  }
}
