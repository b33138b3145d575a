import { Injectable } from '@nestjs/common';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { TallyRow, UseRow } from './benefits.entities';

const COLUMNS = `customer_id as "customerId", use_id as "useId", use_key as "useKey", benefit_key as "benefitKey",
  benefit_name as "benefitName", tier_key as "tierKey", period, used_at as "usedAt", reference, note, actor,
  undone_at as "undoneAt", undone_by as "undoneBy"`;

/** Uses of benefits, and how many there are within each period. */
@Injectable()
export class UsesStore {
  /** @returns false when there is a use under this key */
  async insert(em: EntityManager, use: UseRow): Promise<boolean> {
    const inserted = await affected(
      em,
      `insert into tiers_benefit_uses (customer_id, use_id, use_key, benefit_key, benefit_name, tier_key, period, used_at,
         reference, note, actor)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (customer_id, use_key) do nothing`,
      [
        use.customerId,
        use.useId,
        use.useKey,
        use.benefitKey,
        use.benefitName,
        use.tierKey,
        use.period,
        use.usedAt,
        use.reference,
        use.note,
        use.actor,
      ],
    );
    return inserted === 1;
  }

  /**
   * Counts a use, unless there are as many already: one statement, so that of any number at once no more than `times` pass.
   *
   * @param times null: without limit
   */
  async take(
    em: EntityManager,
    { customerId, benefitKey, period }: Omit<TallyRow, 'uses'>,
    times: number | null,
  ): Promise<boolean> {
    const taken = await affected(
      em,
      `insert into tiers_benefit_tallies as t (customer_id, benefit_key, period, uses) values ($1, $2, $3, 1)
       on conflict (customer_id, benefit_key, period) do update set uses = t.uses + 1
       where t.uses < $4::integer or $4::integer is null`,
      [customerId, benefitKey, period, times],
    );
    return taken === 1;
  }

  /** Undoes a use, which then counts no longer. @returns null when there is none, or it was undone before */
  undo(
    em: EntityManager,
    { customerId, useId, benefitKey }: Pick<UseRow, 'customerId' | 'useId' | 'benefitKey'>,
    by: string,
    at: Date,
  ): Promise<UseRow | null> {
    return row<UseRow>(
      em,
      `update tiers_benefit_uses set undone_at = $5, undone_by = $4
       where customer_id = $1 and use_id = $2 and benefit_key = $3 and undone_at is null returning ${COLUMNS}`,
      [customerId, useId, benefitKey, by, at],
    );
  }

  async giveBack(em: EntityManager, { customerId, benefitKey, period }: Omit<TallyRow, 'uses'>): Promise<void> {
    await affected(
      em,
      `update tiers_benefit_tallies set uses = uses - 1 where customer_id = $1 and benefit_key = $2 and period = $3`,
      [customerId, benefitKey, period],
    );
  }

  findByKey(em: EntityManager, customerId: string, useKey: string): Promise<UseRow | null> {
    return row<UseRow>(em, `select ${COLUMNS} from tiers_benefit_uses where customer_id = $1 and use_key = $2`, [
      customerId,
      useKey,
    ]);
  }

  find(em: EntityManager, customerId: string, useId: string): Promise<UseRow | null> {
    return row<UseRow>(em, `select ${COLUMNS} from tiers_benefit_uses where customer_id = $1 and use_id = $2`, [
      customerId,
      useId,
    ]);
  }

  /** Newest first, those that were undone included. */
  latest(em: EntityManager, customerId: string, limit: number): Promise<UseRow[]> {
    return rows<UseRow>(
      em,
      `select ${COLUMNS} from tiers_benefit_uses where customer_id = $1 order by use_id desc limit $2`,
      [customerId, limit],
    );
  }

  tallies(em: EntityManager, customerId: string): Promise<TallyRow[]> {
    return rows<TallyRow>(
      em,
      `select customer_id as "customerId", benefit_key as "benefitKey", period, uses
       from tiers_benefit_tallies where customer_id = $1`,
      [customerId],
    );
  }
}
