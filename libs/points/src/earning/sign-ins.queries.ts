import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '@siyu/kernel';
import { Database } from '@siyu/platform';
import { ProgrammesService } from '../programme/programmes.service';
import { AwardingService, rulesAt } from './awarding.service';
import type { RuleVersion } from './domain/rules';
import { currentStreak } from './domain/streaks';
import type { SignInRow } from './earning.entities';
import { cardsOf } from './sign-ins.service';
import { SignInsStore } from './sign-ins.store';

/** A month of a member's calendar. */
export interface SignInMonth {
  month: string;
  today: Day;
  streak: number;
  days: SignInRow[];
  ladder: { points: number[]; after: 'repeat' | 'stay' } | null;
  makeUps: { perMonth: number; used: number; makeUpDays: number };
}

/** Sign-ins for the member's page. */
@Injectable()
export class SignInsQueries {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesService,
    private readonly awarding: AwardingService,
    private readonly store: SignInsStore,
  ) {}

  /** @param month `YYYY-MM`; the current one when left out */
  async month(customerId: string, month?: string): Promise<SignInMonth> {
    const em = this.database.em;
    const { now, day: today } = await this.programmes.today();
    const shown = month ?? today.slice(0, 7);
    const rules = rulesAt(await this.awarding.rulesOf('sign-in'), now);
    const { makeUpsPerMonth, makeUpDays } = cardsOf(rules);
    const lately = await this.store.between(em, customerId, addDays(today, -1), today);
    return {
      month: shown,
      today,
      streak: currentStreak(lately, today),
      days: await this.store.between(em, customerId, `${shown}-01`, lastDayOf(shown)),
      ladder: ladderOf(rules),
      makeUps: {
        perMonth: makeUpsPerMonth,
        used: await this.store.makeUpsIn(em, customerId, today.slice(0, 7)),
        makeUpDays,
      },
    };
  }
}

function lastDayOf(month: string): Day {
  const [year, number] = month.split('-').map(Number);
  return `${month}-${new Date(Date.UTC(year!, number!, 0)).getUTCDate()}`;
}

/** The ladder to be shown: that of the oldest rule that has one. */
function ladderOf(rules: readonly RuleVersion[]): SignInMonth['ladder'] {
  const base = rules.map(({ content }) => content.base).find(({ kind }) => kind === 'ladder');
  return base?.kind === 'ladder' ? { points: base.points, after: base.after } : null;
}
