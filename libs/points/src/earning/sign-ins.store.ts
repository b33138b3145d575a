import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '@siyu/kernel';
import { affected, row, rows } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { SignInRow } from './earning.entities';

const COLUMNS = `customer_id as "customerId", day::text, kind, streak, points, make_up_month as "makeUpMonth",
  make_up_no as "makeUpNo", created_at as "createdAt"`;

/** Every write and locked read of sign-ins. */
@Injectable()
export class SignInsStore {
  find(em: EntityManager, customerId: string, day: Day): Promise<SignInRow | null> {
    return row<SignInRow>(em, `select ${COLUMNS} from points_sign_ins where customer_id = $1 and day = $2`, [
      customerId,
      day,
    ]);
  }

  /** From the first day to the last one, both included, oldest first. */
  between(em: EntityManager, customerId: string, from: Day, to: Day): Promise<SignInRow[]> {
    return rows<SignInRow>(
      em,
      `select ${COLUMNS} from points_sign_ins where customer_id = $1 and day between $2 and $3 order by day`,
      [customerId, from, to],
    );
  }

  /** How many make-up cards of the month are used. */
  async makeUpsIn(em: EntityManager, customerId: string, month: string): Promise<number> {
    const found = await row<{ used: number }>(
      em,
      `select coalesce(max(make_up_no), 0) as used from points_sign_ins where customer_id = $1 and make_up_month = $2`,
      [customerId, month],
    );
    return found!.used;
  }

  async insert(em: EntityManager, signIn: SignInRow): Promise<void> {
    const { customerId, day, kind, streak, points, makeUpMonth, makeUpNo, createdAt } = signIn;
    await affected(
      em,
      `insert into points_sign_ins
         (customer_id, day, kind, streak, points, make_up_month, make_up_no, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [customerId, day, kind, streak, points, makeUpMonth, makeUpNo, createdAt],
    );
  }

  /** Joins the days right behind `day` to its streak. Within one row of days, day minus streak is always the same. */
  async join(em: EntityManager, customerId: string, day: Day, streak: number): Promise<void> {
    await affected(
      em,
      `update points_sign_ins set streak = streak + $3
       where customer_id = $1 and day >= $4 and day - streak = $2::date`,
      [customerId, day, streak, addDays(day, 1)],
    );
  }
}
