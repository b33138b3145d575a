import type { INestApplicationContext } from '@nestjs/common';
import { CustomerResolver, normaliseIdentity } from '@siyu/customers';
import { dayOf, type Clock } from '@siyu/kernel';
import { CLOCK } from '@siyu/platform';
import type { DemoOptions } from './demo-data';
import type { DemoCustomer, DemoOrder } from './demo.types';
import { openingOf } from './points-openings';
import { programmeStart } from './points-programme';

/** A customer of whom the demo tells what she does with her points. */
export interface DemoMember {
  customerId: string;
  name: string;
  phone: string;
  region: string;
  /** Points that her orders have earned for certain: those that nothing was given back of. */
  worth: number;
  /** Whether she has no points at all, neither from orders nor from before. */
  isBlank: boolean;
}

/** Those who can be reached by phone, with what their orders since the programme began are worth. */
export async function membersOf(
  app: INestApplicationContext,
  options: DemoOptions,
  customers: readonly DemoCustomer[],
): Promise<DemoMember[]> {
  const today = dayOf(app.get<Clock>(CLOCK).now(), options.timeZone);
  const since = programmeStart(options);
  const reachable = customers.flatMap((customer) => {
    const phone = customer.person.identities.find(({ type }) => type === 'phone');
    return phone ? [{ customer, phone }] : [];
  });
  const requests = reachable.map(({ phone, customer: { source } }) => {
    return { identities: [normaliseIdentity(phone)], source };
  });
  const found = await app.get(CustomerResolver).resolve(requests);
  return reachable.map(({ customer, phone }, index) => {
    const { person, orders } = customer;
    const recent = orders.filter((order) => earns(order, since));
    return {
      customerId: found[index]!.customerId,
      name: person.displayName,
      phone: phone.value,
      region: `${person.attributes.province}${person.attributes.city}`,
      worth: recent.reduce((sum, { totalCents }) => sum + Math.floor(totalCents / 100), 0),
      isBlank: !orders.some(({ paidAt }) => paidAt !== null && paidAt >= since) && !openingOf(customer, options, today),
    };
  });
}

function earns({ kind, paidAt, status, refund }: DemoOrder, since: Date): boolean {
  return kind === 'sale' && paidAt !== null && paidAt >= since && status !== 'cancelled' && refund === null;
}
