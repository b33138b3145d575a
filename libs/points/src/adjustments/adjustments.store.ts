import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row, rows } from '@siyu/platform';
import type { AdjustmentRow, AdjustmentStatus } from './adjustments.entities';

const COLUMNS = `customer_id as "customerId", adjustment_id as "adjustmentId", act_key as key, points, reason, reference,
  status, requested_by as "requestedBy", requested_at as "requestedAt", decided_by as "decidedBy",
  decided_at as "decidedAt", note, entry_seq as "entrySeq"`;

export interface Decision {
  status: Exclude<AdjustmentStatus, 'waiting'>;
  decidedBy: string;
  decidedAt: Date;
  note: string | null;
  entrySeq: number | null;
}

/** Every read and write of adjustments that wait, or waited, for a second person. */
@Injectable()
export class AdjustmentsStore {
  find(em: EntityManager, customerId: string, adjustmentId: string): Promise<AdjustmentRow | null> {
    return row<AdjustmentRow>(
      em,
      `select ${COLUMNS} from points_adjustments where customer_id = $1 and adjustment_id = $2`,
      [customerId, adjustmentId],
    );
  }

  findByKey(em: EntityManager, customerId: string, key: string): Promise<AdjustmentRow | null> {
    return row<AdjustmentRow>(em, `select ${COLUMNS} from points_adjustments where customer_id = $1 and act_key = $2`, [
      customerId,
      key,
    ]);
  }

  /** Whether the ledger booked something under the key. */
  async isBooked(em: EntityManager, customerId: string, key: string): Promise<boolean> {
    const found = await row(em, 'select from points_entries where customer_id = $1 and act_key = $2', [
      customerId,
      key,
    ]);
    return found !== null;
  }

  /** @returns false when the key was used before */
  async insert(em: EntityManager, asked: Omit<AdjustmentRow, keyof Decision>): Promise<boolean> {
    const { customerId, adjustmentId, key, points, reason, reference, requestedBy, requestedAt } = asked;
    const inserted = await affected(
      em,
      `insert into points_adjustments (customer_id, adjustment_id, act_key, points, reason, reference, status, requested_by,
         requested_at)
       values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8) on conflict (customer_id, act_key) do nothing`,
      [customerId, adjustmentId, key, points, reason, reference, requestedBy, requestedAt],
    );
    return inserted === 1;
  }

  /** Decides an adjustment that still waits; of several at once, one does. @returns null when it was decided before */
  decide(
    em: EntityManager,
    customerId: string,
    adjustmentId: string,
    decision: Decision,
  ): Promise<AdjustmentRow | null> {
    const { status, decidedBy, decidedAt, note, entrySeq } = decision;
    return row<AdjustmentRow>(
      em,
      `update points_adjustments set status = $3, decided_by = $4, decided_at = $5, note = $6, entry_seq = $7
       where customer_id = $1 and adjustment_id = $2 and status = 'waiting' returning ${COLUMNS}`,
      [customerId, adjustmentId, status, decidedBy, decidedAt, note, entrySeq],
    );
  }

  /** Newest first, behind `before`. */
  list(
    em: EntityManager,
    filter: { status?: AdjustmentStatus; customerId?: string },
    limit: number,
    before: string | null,
  ): Promise<AdjustmentRow[]> {
    const params: unknown[] = [limit];
    const conditions = [
      ['status =', filter.status],
      ['customer_id =', filter.customerId],
      ['adjustment_id <', before],
    ].flatMap(([condition, value]) => (value ? [`${condition} $${params.push(value)}`] : []));
    return rows<AdjustmentRow>(
      em,
      `select ${COLUMNS} from points_adjustments where ${conditions.join(' and ') || 'true'}
       order by adjustment_id desc limit $1`,
      params,
    );
  }
}
