import { Injectable } from '@nestjs/common';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { MemberRow } from './evaluation.entities';
import type { MoveKind } from './domain/moves';
import { stepsStatement, type Look, type StepRow } from './steps.sql';

const COLUMNS = `customer_id as "customerId", tier_key as "tierKey", since, own_key as "ownKey", ladder_id as "ladderId", version,
  own_since as "ownSince", valid_until::text as "validUntil", in_grace as "inGrace", rose_on::text as "roseOn",
  rose_from as "roseFrom", rose_from_until::text as "roseFromUntil", lock_id as "lockId", lock_key as "lockKey",
  lock_until::text as "lockUntil", lock_may_rise as "lockMayRise", move_no as "moveNo"`;

/** A move that no figure decided. */
export interface Note {
  kind: MoveKind;
  at: Date;
  recordedAt: Date;
  reason: string | null;
  actor: string;
}

@Injectable()
export class MembersStore {
  /** Decides and books one step of each customer to whom any applies. */
  async step(em: EntityManager, look: Look): Promise<StepRow[]> {
    const { text, values } = stepsStatement(look);
    return rows<StepRow>(em, text, values);
  }

  /**
   * Settings of a transaction that looks at many: no time limit, memory for sorting, and the way along the index that holds
   * orders by customer, which the planner's defaults, meant for disks that turn, take for the dearer one.
   */
  async prepareForMany(em: EntityManager): Promise<void> {
    const settings = { statement_timeout: '0', work_mem: '64MB', jit: 'off', random_page_cost: '1.1' };
    await affected(em, `select set_config(name, value, true) from jsonb_each_text($1) as s (name, value)`, [
      JSON.stringify(settings),
    ]);
  }

  find(em: EntityManager, customerId: string): Promise<MemberRow | null> {
    return row<MemberRow>(em, `select ${COLUMNS} from tiers_members where customer_id = $1`, [customerId]);
  }

  /** The customer's row, locked, made where there was none: then with the move number 0, which {@link put} counts up. */
  async lock(em: EntityManager, ifNone: MemberRow): Promise<MemberRow> {
    await affected(
      em,
      `insert into tiers_members (customer_id, tier_key, since, own_key, ladder_id, version, own_since, in_grace, move_no)
       values ($1, $2, $3, $4, $5, $6, $7, false, 0) on conflict (customer_id) do nothing`,
      [
        ifNone.customerId,
        ifNone.tierKey,
        ifNone.since,
        ifNone.ownKey,
        ifNone.ladderId,
        ifNone.version,
        ifNone.ownSince,
      ],
    );
    return (await row<MemberRow>(em, `select ${COLUMNS} from tiers_members where customer_id = $1 for update`, [
      ifNone.customerId,
    ]))!;
  }

  /** From when the last move of a customer counts; null when she has none. */
  async lastMoveAt(em: EntityManager, { customerId, moveNo }: MemberRow): Promise<Date | null> {
    const last = await row<{ at: Date }>(em, 'select at from tiers_moves where customer_id = $1 and move_no = $2', [
      customerId,
      moveNo,
    ]);
    return last?.at ?? null;
  }

  /** Writes what becomes of a locked row, and the move that tells of it. */
  async put(em: EntityManager, before: MemberRow, after: MemberRow, note: Note): Promise<MemberRow> {
    const moveNo = before.moveNo + 1;
    await affected(
      em,
      `update tiers_members set tier_key = $2, since = $3, own_key = $4, ladder_id = $5, version = $6, own_since = $7,
         valid_until = $8, in_grace = $9, rose_on = $10, rose_from = $11, rose_from_until = $12, lock_id = $13,
         lock_key = $14, lock_until = $15, lock_may_rise = $16, move_no = $17
       where customer_id = $1`,
      [
        after.customerId,
        after.tierKey,
        after.since,
        after.ownKey,
        after.ladderId,
        after.version,
        after.ownSince,
        after.validUntil,
        after.inGrace,
        after.roseOn,
        after.roseFrom,
        after.roseFromUntil,
        after.lockId,
        after.lockKey,
        after.lockUntil,
        after.lockMayRise,
        moveNo,
      ],
    );
    await affected(
      em,
      `insert into tiers_moves (customer_id, move_no, kind, at, recorded_at, from_key, to_key, own_from_key, own_to_key,
         ladder_id, version, valid_until, figures, reason, actor)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, null, $13, $14)`,
      [
        after.customerId,
        moveNo,
        note.kind,
        note.at,
        note.recordedAt,
        before.tierKey,
        after.tierKey,
        before.ownKey,
        after.ownKey,
        after.ladderId,
        after.version,
        after.validUntil,
        note.reason,
        note.actor,
      ],
    );
    return { ...after, moveNo };
  }
}
