import { Injectable, type OnModuleInit } from '@nestjs/common';
import { customersChanged, type CustomersChanged } from '@siyu/customers';
import { eventsRecorded, ordersChanged, type EventsRecorded, type OrdersChanged } from '@siyu/orders';
import { defineJob, Events, JobHandlers } from '@siyu/platform';
import { memberSignedIn, type MemberSignedIn } from '@siyu/points';
import { OccasionsService } from './occasions.service';
import { SettlementRunsService } from './settlement-runs.service';
import { ValueSettlingService } from './value-settling.service';
import { settleValues } from './values.events';

export const valueOrders = defineJob<OrdersChanged>('tiers.value-orders');
export const valueEvents = defineJob<EventsRecorded>('tiers.value-events');
export const valueSignIns = defineJob<MemberSignedIn>('tiers.value-sign-ins');
export const valueProfiles = defineJob<CustomersChanged>('tiers.value-profiles');

/** What the rest of the house does, turned into growth value and value score. */
@Injectable()
export class ValuesJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly events: Events,
    private readonly settling: ValueSettlingService,
    private readonly occasions: OccasionsService,
    private readonly settlements: SettlementRunsService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(valueOrders, ({ orders }) => this.settling.settleOrders(orders));
    this.handlers.register(valueEvents, ({ events }) => this.settling.settleEvents(events));
    this.handlers.register(valueSignIns, (signIn) => this.occasions.signedIn(signIn));
    this.handlers.register(valueProfiles, ({ customerIds }) => this.occasions.profilesChanged(customerIds));
    this.handlers.register(settleValues, ({ settlementId }, { signal }) =>
      this.settlements.perform(settlementId, signal),
    );
    this.events.subscribe(ordersChanged, valueOrders);
    this.events.subscribe(eventsRecorded, valueEvents);
    this.events.subscribe(memberSignedIn, valueSignIns);
    this.events.subscribe(customersChanged, valueProfiles);
  }
}
