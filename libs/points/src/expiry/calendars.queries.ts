import { Inject, Injectable } from '@nestjs/common';
import { PersonsQueries } from '@siyu/customers';
import {
  addDays,
  dayOf,
  daysBetween,
  decodeIdCursor,
  pageOf,
  startOfDay,
  type Clock,
  type Day,
  type Page,
} from '@siyu/kernel';
import { CLOCK, Database, rows } from '@siyu/platform';
import { ProgrammesService } from '../programme/programmes.service';
import { expiryErrors, MOST_CALENDAR_DAYS } from './domain/errors';
import { endOfLot } from './ends.sql';

const USUAL_DAYS = 90;

export interface CalendarDay {
  day: Day;
  points: number;
  customers: number;
}

export interface CalendarCustomer {
  customerId: string;
  displayName: string;
  points: number;
}

/** Open lots that end after `$2` and not after `$3`; the second part is empty unless points end by inactivity. */
const ENDING = `select l.customer_id, l.expires_at as ends, l.remaining from points_lots l
    where l.open and not l.pending and l.idle_months is null and l.expires_at > $2 and l.expires_at <= $3
  union all
  select customer_id, ends, remaining from (
    select l.customer_id, ${endOfLot('$1::text')} as ends, l.remaining
    from points_lots l join points_accounts a using (customer_id)
    where l.open and not l.pending and l.idle_months is not null
  ) idle where ends > $2 and ends <= $3`;

/** Which points end on which day, and whose they are. */
@Injectable()
export class CalendarsQueries {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesService,
    private readonly persons: PersonsQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Days on which points end, by the last day on which they can be spent.
   *
   * @param from left out: today @param to left out: 90 days on
   * @throws DomainError `points.calendar-period` (invalid)
   */
  async days(from?: Day, to?: Day): Promise<{ computedAt: Date; items: CalendarDay[] }> {
    const { timeZone } = await this.programmes.current();
    const computedAt = this.clock.now();
    const first = from ?? dayOf(computedAt, timeZone);
    const last = to ?? addDays(first, USUAL_DAYS - 1);
    const length = daysBetween(first, last) + 1;
    if (length < 1 || length > MOST_CALENDAR_DAYS) throw expiryErrors.badPeriod();
    const starts = Array.from({ length: length + 1 }, (_, index) => startOfDay(addDays(first, index), timeZone));
    // Days are found among their beginnings: to convert each of a million moments to the zone takes the server seconds.
    const found = await rows<Omit<CalendarDay, 'day'> & { index: number }>(
      this.database.em,
      `select index, sum(points)::bigint as points, count(*) as customers from (
         select width_bucket(ends - interval '1 microsecond', $4::timestamptz[]) as index, customer_id,
           sum(remaining) as points
         from (${ENDING}) lots group by 1, 2
       ) days group by index order by index`,
      [timeZone, starts[0], starts.at(-1), starts],
    );
    const items = found.map(({ index, ...figures }) => ({ day: addDays(first, index - 1), ...figures }));
    return { computedAt, items };
  }

  /** Whose points end on that day, by id. */
  async customers(day: Day, limit: number, cursor?: string): Promise<Page<CalendarCustomer>> {
    const { timeZone } = await this.programmes.current();
    const behind = cursor ? decodeIdCursor(cursor) : null;
    const found = await rows<Omit<CalendarCustomer, 'displayName'>>(
      this.database.em,
      `select customer_id as "customerId", sum(remaining)::bigint as points from (${ENDING}) lots
       where $4::uuid is null or customer_id > $4 group by customer_id order by customer_id limit $5`,
      [timeZone, startOfDay(day, timeZone), startOfDay(addDays(day, 1), timeZone), behind, limit + 1],
    );
    const page = pageOf(found, limit, (last) => [last.customerId]);
    const names = await this.namesOf(page.items.map(({ customerId }) => customerId));
    return { ...page, items: page.items.map((one) => ({ ...one, displayName: names.get(one.customerId) ?? '' })) };
  }

  private async namesOf(customerIds: string[]): Promise<Map<string, string>> {
    const persons = await this.persons.of(customerIds);
    return new Map(persons.map(({ customerId, displayName }) => [customerId, displayName]));
  }
}
