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

/** What becomes of a locked row, and the move that tells of it. */
export interface Change {
  before: MemberRow;
  after: MemberRow;
  note: Note;
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

  /** The rows, locked in the order of customers; one is made where there was none: then with the move number 0. */
  async lock(em: EntityManager, ifNone: readonly MemberRow[]): Promise<MemberRow[]> {
    await affected(
      em,
      `insert into tiers_members (customer_id, tier_key, since, own_key, ladder_id, version, own_since, in_grace, move_no)
       select "customerId", "tierKey", since, "ownKey", "ladderId", version, "ownSince", false, 0
       from jsonb_to_recordset($1) as r ("customerId" uuid, "tierKey" text, since timestamptz, "ownKey" text, "ladderId" uuid,
         version integer, "ownSince" timestamptz)
       order by "customerId" on conflict (customer_id) do nothing`,
      [JSON.stringify(ifNone)],
    );
    return rows<MemberRow>(
      em,
      `select ${COLUMNS} from tiers_members where customer_id = any($1::uuid[]) order by customer_id for update`,
      [ifNone.map(({ customerId }) => customerId)],
    );
  }

  /** From when the last moves of customers count; those who have none are left out. */
  async lastMovesAt(em: EntityManager, members: readonly MemberRow[]): Promise<Map<string, Date>> {
    const found = await rows<{ id: string; at: Date }>(
      em,
      `select w.customer_id as id, m.at from unnest($1::uuid[], $2::integer[]) as w (customer_id, move_no)
       cross join lateral (
         select at from tiers_moves m where m.customer_id = w.customer_id and m.move_no = w.move_no limit 1
       ) m`,
      [members.map(({ customerId }) => customerId), members.map(({ moveNo }) => moveNo)],
    );
    return new Map(found.map(({ id, at }) => [id, at]));
  }

  /** Writes what becomes of locked rows, and the moves that tell of it. */
  async put(em: EntityManager, changes: readonly Change[]): Promise<MemberRow[]> {
    const written = changes.map(({ before, after }) => ({ ...after, moveNo: before.moveNo + 1 }));
    const sent = changes.map(({ before, note }, index) => {
      return { ...written[index], ...note, fromKey: before.tierKey, ownFromKey: before.ownKey };
    });
    await affected(
      em,
      `with changed as (
         select * from jsonb_to_recordset($1) as c ("customerId" uuid, "tierKey" text, since timestamptz, "ownKey" text,
           "ladderId" uuid, version integer, "ownSince" timestamptz, "validUntil" date, "inGrace" boolean, "roseOn" date,
           "roseFrom" text, "roseFromUntil" date, "lockId" uuid, "lockKey" text, "lockUntil" date, "lockMayRise" boolean,
           "moveNo" integer, kind text, at timestamptz, "recordedAt" timestamptz, reason text, actor text, "fromKey" text,
           "ownFromKey" text)
       ), members as (
         update tiers_members m set tier_key = c."tierKey", since = c.since, own_key = c."ownKey", ladder_id = c."ladderId",
           version = c.version, own_since = c."ownSince", valid_until = c."validUntil", in_grace = c."inGrace",
           rose_on = c."roseOn", rose_from = c."roseFrom", rose_from_until = c."roseFromUntil", lock_id = c."lockId",
           lock_key = c."lockKey", lock_until = c."lockUntil", lock_may_rise = c."lockMayRise", move_no = c."moveNo"
         from changed c where m.customer_id = c."customerId"
       )
       insert into tiers_moves (customer_id, move_no, kind, at, recorded_at, from_key, to_key, own_from_key, own_to_key,
         ladder_id, version, valid_until, figures, reason, actor)
       select "customerId", "moveNo", kind, at, "recordedAt", "fromKey", "tierKey", "ownFromKey", "ownKey", "ladderId",
         version, "validUntil", null, reason, actor
       from changed order by "customerId"`,
      [JSON.stringify(sent)],
    );
    return written;
  }
}
