import { Injectable } from '@nestjs/common';
import { PersonsQueries } from '@siyu/customers';
import { addDays, bornOn, daysToDo, startOfDay, type Day } from '@siyu/kernel';
import { Database } from '@siyu/platform';
import { ProgrammesService, type Today } from '../programme/programmes.service';
import { AwardingService, rulesAt } from './awarding.service';
import { awardKeys } from './domain/award-keys';
import type { RuleVersion } from './domain/rules';
import { EarnersService } from './earners.service';
import { MarksStore } from './marks.store';

const JOB = 'birthdays';
const CUSTOMERS_PER_TRANSACTION = 500;

/** Birthday awards, once a year each. */
@Injectable()
export class BirthdaysService {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsQueries,
    private readonly earners: EarnersService,
    private readonly awarding: AwardingService,
    private readonly marks: MarksStore,
    private readonly programmes: ProgrammesService,
  ) {}

  /** Does today and the days that were missed. Run again, or taken up after a crash, it awards nobody twice. */
  async run(signal: AbortSignal): Promise<void> {
    const today = await this.programmes.today();
    const done = await this.marks.done(this.database.em, JOB);
    for (const day of daysToDo(done, today.day)) {
      await this.award(day, today, signal);
      await this.marks.set(this.database.em, JOB, day);
    }
  }

  private async award(day: Day, { now, timeZone }: Today, signal: AbortSignal): Promise<void> {
    const endOfDay = new Date(startOfDay(addDays(day, 1), timeZone).getTime() - 1);
    const at = now < endOfDay ? now : endOfDay;
    const rules = rulesAt(await this.awarding.rulesOf('birthday'), at);
    if (rules.length === 0) return;
    let behind: string | null = null;
    do {
      signal.throwIfAborted();
      const born: string[] = await this.persons.bornOn(bornOn(day), behind, CUSTOMERS_PER_TRANSACTION);
      if (born.length > 0) await this.awardTo(born, day, at, rules);
      behind = born.length === CUSTOMERS_PER_TRANSACTION ? born.at(-1)! : null;
    } while (behind !== null);
  }

  private async awardTo(customerIds: string[], day: Day, at: Date, rules: RuleVersion[]): Promise<void> {
    const known = await this.earners.know(customerIds, rules);
    await this.database.transaction(async (em) => {
      await this.awarding.lock(em, customerIds);
      await this.awarding.award(
        em,
        customerIds.map((customerId) => ({
          customerId,
          key: awardKeys.birthday(day.slice(0, 4)),
          rules,
          subjectId: null,
          source: 'birthday',
          reference: null,
          waits: false,
          occasion: { triggers: ['birthday'], at, ...known(customerId) },
        })),
      );
    });
  }
}
