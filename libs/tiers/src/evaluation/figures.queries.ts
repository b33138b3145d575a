import { Inject, Injectable } from '@nestjs/common';
import { addDays, startOfDay, type Day } from '@siyu/kernel';
import { CONFIG, Database, rows, type Config } from '@siyu/platform';
import type { LadderVersion } from '../ladders/domain/ladder';
import type { Reckoning } from './domain/periods';
import { joinsOf, valuesSql } from './figures.sql';
import { frameOf } from './steps.sql';

/** Figures by name, and how they were counted. */
export interface Figures extends Reckoning {
  values: Record<string, number>;
}

/** The figures of a customer that decision 12 knows. */
export interface MemberFigures {
  customerId: string;
  memberSince: Day;
  enter: Figures;
  /** Null while her validity has no end. */
  keep: Figures | null;
  /** Null where no rise can be undone. */
  rise: Figures | null;
}

interface FiguresRow {
  customerId: string;
  memberSince: Day;
  enterValues: Record<string, number>;
  keepOn: Day | null;
  keepValues: Record<string, number>;
  riseOn: Day | null;
  riseValues: Record<string, number>;
}

/** The very figures that evaluation decides by, to be shown. */
@Injectable()
export class FiguresQueries {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns by customer id; those who don't exist are left out */
  async of(customerIds: readonly string[], version: LadderVersion, now: Date): Promise<Map<string, MemberFigures>> {
    if (customerIds.length === 0) return new Map();
    const { timeZone } = this.config;
    const { terms } = version;
    const whom = { ids: [...customerIds] };
    const frame = frameOf({ version, whom, now, timeZone, isPlacement: false }, 'all');
    const undo = terms.refunds === 'undo';
    const { text, values } = frame.params.statement(
      `with ${frame.ctes.join(',\n')}
       select s.customer_id as "customerId", s.member_day::text as "memberSince", ${valuesSql(frame.counting, 'enter')} as "enterValues",
         s.valid_until::text as "keepOn", ${valuesSql(frame.counting, 'keep')} as "keepValues",
         s.rose_on::text as "riseOn", ${undo ? valuesSql(frame.counting, 'rise') : `'{}'::jsonb`} as "riseValues"
       from subject s
       ${['enter', 'keep', ...(undo ? ['rise'] : [])].map((name) => joinsOf(frame.counting, name)).join('\n')}`,
    );
    const found = await rows<FiguresRow>(this.database.em, text, values);
    const instant = (day: Day) => startOfDay(day, timeZone);
    return new Map(
      found.map((each) => [
        each.customerId,
        {
          customerId: each.customerId,
          memberSince: each.memberSince,
          enter: { ...frame.enter, values: each.enterValues },
          keep:
            each.keepOn === null
              ? null
              : {
                  asOf: each.keepOn,
                  until: instant(addDays(each.keepOn, terms.graceDays + 1)),
                  values: each.keepValues,
                },
          rise: undo && each.riseOn ? { asOf: each.riseOn, until: frame.enter.until, values: each.riseValues } : null,
        },
      ]),
    );
  }
}
