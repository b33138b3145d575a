import { Inject, Injectable } from '@nestjs/common';
import { PersonsQueries } from '@siyu/customers';
import { addDays, bornOn, dayOf, daysToDo, startOfDay, type Clock, type Day } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, type Config } from '@siyu/platform';
import { MarksStore } from '../evaluation/marks.store';
import { GiftsStore } from './gifts.store';
import { HoldingsQueries } from './holdings.queries';

const JOB = 'birthday-gifts';
const CUSTOMERS_PER_TRANSACTION = 500;

/** Birthday gifts, once a year each, by the tier that counts on the day. */
@Injectable()
export class BirthdayGiftsService {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsQueries,
    private readonly holdings: HoldingsQueries,
    private readonly gifts: GiftsStore,
    private readonly marks: MarksStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Does today and the days that were missed. Run again, or taken up after a crash, it gives nobody anything twice. */
  async run(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const today = dayOf(now, this.config.timeZone);
    const done = await this.marks.done(this.database.em, JOB);
    for (const day of daysToDo(done, today)) {
      await this.giveOn(day, now, signal);
      await this.marks.set(this.database.em, JOB, day);
    }
  }

  /** By what counts when the day ends, or now, while it lasts. */
  private async giveOn(day: Day, now: Date, signal: AbortSignal): Promise<void> {
    const endOfDay = new Date(startOfDay(addDays(day, 1), this.config.timeZone).getTime() - 1);
    const at = now < endOfDay ? now : endOfDay;
    let behind: string | null = null;
    do {
      signal.throwIfAborted();
      const born: string[] = await this.persons.bornOn(bornOn(day), behind, CUSTOMERS_PER_TRANSACTION);
      await this.giveTo(born, day, at);
      behind = born.length === CUSTOMERS_PER_TRANSACTION ? born.at(-1)! : null;
    } while (behind !== null);
  }

  private async giveTo(customerIds: readonly string[], day: Day, at: Date): Promise<void> {
    const held = await this.holdings.at(customerIds.map((customerId) => ({ customerId, at })));
    const version = held.find((holding) => holding !== null)?.version;
    if (!version) return;
    const celebrants = customerIds.map((customerId, index) => ({ customerId, rank: held[index]!.rank }));
    await this.database.transaction((em) =>
      this.gifts.issueBirthdayGifts(em, { version, year: day.slice(0, 4), celebrants }),
    );
  }
}
