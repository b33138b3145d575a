import { Inject, Injectable } from '@nestjs/common';
import { CustomersQueries } from '@siyu/customers';
import { CONFIG, Database, row, type Config } from '@siyu/platform';
import type { OrderFigures } from './figures.dto';

interface FiguresOfCustomer {
  ordersCount: number;
  currency: string | null;
  grossCents: number;
  refundedCents: number;
  netCents: number;
  firstPaidAt: Date | null;
  lastPaidAt: Date | null;
  averageIntervalDays: number | null;
  computedAt: Date;
}

@Injectable()
export class FiguresQueries {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The figures of a customer; all zero as long as there is no order. @throws DomainError `customers.not-found` */
  async ofCustomer(customerId: string): Promise<OrderFigures> {
    await this.customers.mustExist(customerId);
    const found = await row<FiguresOfCustomer>(
      this.database.em,
      `select orders_count as "ordersCount", currency, gross_cents as "grossCents", refunded_cents as "refundedCents",
         net_cents as "netCents", first_paid_at as "firstPaidAt", last_paid_at as "lastPaidAt",
         average_interval_days as "averageIntervalDays", computed_at as "computedAt"
       from orders_figures where customer_id = $1`,
      [customerId],
    );
    return {
      customerId,
      ordersCount: found?.ordersCount ?? 0,
      currency: found?.currency ?? this.config.currency,
      grossCents: found?.grossCents ?? 0,
      refundedCents: found?.refundedCents ?? 0,
      netCents: found?.netCents ?? 0,
      firstPaidAt: found?.firstPaidAt?.toISOString() ?? null,
      lastPaidAt: found?.lastPaidAt?.toISOString() ?? null,
      averageIntervalDays: found?.averageIntervalDays ?? null,
      computedAt: found?.computedAt.toISOString() ?? null,
    };
  }
}
