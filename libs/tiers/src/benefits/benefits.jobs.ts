import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '@siyu/platform';
import { BirthdayGiftsService } from './birthday-gifts.service';
import { DeliveriesService } from './deliveries.service';
import { deliverGifts, giveBirthdayGifts, sweepGifts } from './gifts.jobs';

/** Gifts: given on birthdays, handed over soon after they were given. */
@Injectable()
export class BenefitsJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly deliveries: DeliveriesService,
    private readonly birthdays: BirthdayGiftsService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(deliverGifts, ({ customerIds }, { signal }) =>
      this.deliveries.deliverTo(customerIds, signal),
    );
    this.handlers.register(sweepGifts, (_, { signal }) => this.deliveries.sweep(signal));
    this.handlers.register(giveBirthdayGifts, (_, { signal }) => this.birthdays.run(signal));
  }
}
