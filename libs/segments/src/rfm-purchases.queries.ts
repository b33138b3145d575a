import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { row, rows } from '@siyu/platform';
import type { RunWindow } from './domain/windows';

/** What a run asks of customers and orders besides the purchases themselves. */
@Injectable()
export class RfmPurchasesQueries {
  async customersCount(em: EntityManager): Promise<number> {
    return (await row<{ count: number }>(em, 'select count(*) as count from customers_v'))!.count;
  }

  /** Time of the first purchase ever; null when there is none. */
  async firstPurchaseAt(em: EntityManager): Promise<Date | null> {
    const found = await row<{ first: Date | null }>(em, 'select min(first_paid_at) as first from orders_figures_v');
    return found!.first;
  }

  /** A currency that orders are in. */
  async sampleCurrency(em: EntityManager): Promise<string | null> {
    const found = await row<{ currency: string }>(
      em,
      'select currency from orders_figures_v where currency is not null limit 1',
    );
    return found?.currency ?? null;
  }

  /** Every currency in the window. Reads all orders: ask only when a cheaper look found more than one. */
  async currencies(em: EntityManager, window: RunWindow): Promise<string[]> {
    const found = await rows<{ currency: string }>(
      em,
      `select distinct currency from orders_purchases_v
       where paid_at < $1 and ($2::timestamptz is null or paid_at >= $2) order by currency`,
      [window.until, window.from],
    );
    return found.map(({ currency }) => currency);
  }
}
