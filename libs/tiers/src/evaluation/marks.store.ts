import { Injectable } from '@nestjs/common';
import type { Day } from '@siyu/kernel';
import { affected, row } from '@siyu/platform';
import type { EntityManager } from 'typeorm';

/** How far daily jobs have come. */
@Injectable()
export class MarksStore {
  /** The last day that the job did to its end. */
  async done(em: EntityManager, job: string): Promise<Day | null> {
    const found = await row<{ day: Day }>(em, 'select done_day::text as day from tiers_daily_marks where job = $1', [
      job,
    ]);
    return found?.day ?? null;
  }

  /** Never steps back, should two runs meet. */
  async set(em: EntityManager, job: string, day: Day): Promise<void> {
    await affected(
      em,
      `insert into tiers_daily_marks as m (job, done_day) values ($1, $2)
       on conflict (job) do update set done_day = greatest(m.done_day, excluded.done_day)`,
      [job, day],
    );
  }
}
