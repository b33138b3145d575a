import { Injectable, type OnModuleInit } from '@nestjs/common';
import { customersChanged, type CustomersChanged } from '@siyu/customers';
import { eventsRecorded, ordersChanged, type EventsRecorded, type OrdersChanged } from '@siyu/orders';
import { defineJob, Events, JobHandlers } from '@siyu/platform';
import { BirthdaysService } from './birthdays.service';
import { EventAwardsService } from './event-awards.service';
import { OrderAwardsService } from './order-awards.service';
import { ProfileAwardsService } from './profile-awards.service';

export const awardOrders = defineJob<OrdersChanged>('points.award-orders');
export const awardEvents = defineJob<EventsRecorded>('points.award-events');
export const awardProfiles = defineJob<CustomersChanged>('points.award-profiles');
/** Once a day; days that were missed are caught up. */
export const awardBirthdays = defineJob<Record<string, never>>('points.award-birthdays');

/** What the rest of the house does and the calendar brings, turned into awards. */
@Injectable()
export class EarningJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly events: Events,
    private readonly orders: OrderAwardsService,
    private readonly happenings: EventAwardsService,
    private readonly profiles: ProfileAwardsService,
    private readonly birthdays: BirthdaysService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(awardOrders, ({ orders }) => this.orders.settle(orders));
    this.handlers.register(awardEvents, ({ events }) => this.happenings.settle(events));
    this.handlers.register(awardProfiles, ({ customerIds }) => this.profiles.settle(customerIds));
    this.handlers.register(awardBirthdays, (_, { signal }) => this.birthdays.run(signal));
    this.events.subscribe(ordersChanged, awardOrders);
    this.events.subscribe(eventsRecorded, awardEvents);
    this.events.subscribe(customersChanged, awardProfiles);
  }
}
