import type { Calendar } from './calendar';
import { products } from './catalogue';
import type { DemoEvent, DemoIdentity, DemoOrder } from './demo.types';
import type { Random } from './random';

const MINUTE = 60_000;
/** Behaviour is only seen in the brand's own mini program. */
const SOURCE = 'wechat-mini';
const MOST_MESSAGES = 4;
const DAYS_BETWEEN_MESSAGES = 90;

/**
 * What a customer of the mini program does there: looks and fills the basket before an order, and now and then opens one of
 * the brand's messages. Nothing for customers of other channels.
 *
 * @param firstDay index of the calendar's day on which she was first seen
 */
export function eventsOf(
  index: number,
  identities: DemoIdentity[],
  orders: DemoOrder[],
  firstDay: number,
  calendar: Calendar,
  random: Random,
): DemoEvent[] {
  const known = identities.filter(({ type }) => type === 'unionid');
  if (known.length === 0) return [];
  const seen = [
    ...orders
      .filter(({ source, kind }) => source === SOURCE && kind === 'sale')
      .flatMap((order) => before(order, random)),
    ...messages(firstDay, calendar, random),
  ];
  return seen
    .filter(({ occurredAt }) => occurredAt < calendar.end)
    .sort((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime())
    .map((event, nth) => ({
      ...event,
      source: SOURCE,
      externalId: `E${String(index + 1).padStart(7, '0')}-${nth + 1}`,
      identities: known,
    }));
}

type Happening = Pick<DemoEvent, 'type' | 'occurredAt' | 'properties'>;

function before(order: DemoOrder, random: Random): Happening[] {
  const { sku, category } = order.items[0]!;
  const minutesEarlier = (minutes: number) => new Date(order.placedAt.getTime() - Math.round(minutes * MINUTE));
  const cart = 1 + random.next() * 8;
  const looks = Array.from({ length: 1 + random.below(3) }, (): Happening => {
    const other = random.chance(0.5) ? random.pick(products) : { sku, category };
    return {
      type: 'view',
      occurredAt: minutesEarlier(cart + 1 + random.next() * 30),
      properties: { sku: other.sku, category: other.category },
    };
  });
  return [...looks, { type: 'cart', occurredAt: minutesEarlier(cart), properties: { sku, category } }];
}

/** About one message in a quarter is opened, every fourth of these leads on. */
function messages(firstDay: number, calendar: Calendar, random: Random): Happening[] {
  const opened: Happening[] = [];
  for (
    let day = calendar.after(firstDay, random.exponential() * DAYS_BETWEEN_MESSAGES);
    day !== null;
    day = calendar.after(day, 1 + random.exponential() * DAYS_BETWEEN_MESSAGES)
  ) {
    const occurredAt = calendar.timeOn(day, random);
    const properties = { message: `M${calendar.endDay.slice(0, 4)}${String(day).padStart(4, '0')}` };
    opened.push({ type: 'open', occurredAt, properties });
    if (random.chance(0.25))
      opened.push({ type: 'click', occurredAt: new Date(occurredAt.getTime() + 20_000), properties });
    if (opened.length >= MOST_MESSAGES) break;
  }
  return opened;
}
