import type { INestApplicationContext } from '@nestjs/common';
import { CustomerResolver, normaliseIdentity } from '@siyu/customers';
import type { DemoCustomer, DemoOrder } from './demo.types';

/** A customer of whom the demo tells what she does with her points. */
export interface DemoMember {
  customerId: string;
  name: string;
  phone: string;
  region: string;
  /** Points that her orders have earned for certain: those that nothing was given back of. */
  worth: number;
}

/** Those who can be reached by phone, with what their orders since the programme began are worth. */
export async function membersOf(
  app: INestApplicationContext,
  customers: readonly DemoCustomer[],
  since: Date,
): Promise<DemoMember[]> {
  const reachable = customers.flatMap(({ person, orders, source }) => {
    const phone = person.identities.find(({ type }) => type === 'phone');
    return phone ? [{ person, orders, source, phone }] : [];
  });
  const found = await app
    .get(CustomerResolver)
    .resolve(reachable.map(({ phone, source }) => ({ identities: [normaliseIdentity(phone)], source })));
  return reachable.map(({ person, orders, phone }, index) => ({
    customerId: found[index]!.customerId,
    name: person.displayName,
    phone: phone.value,
    region: `${person.attributes.province}${person.attributes.city}`,
    worth: orders
      .filter((order) => earns(order, since))
      .reduce((sum, { totalCents }) => sum + Math.floor(totalCents / 100), 0),
  }));
}

function earns({ kind, paidAt, status, refund }: DemoOrder, since: Date): boolean {
  return kind === 'sale' && paidAt !== null && paidAt >= since && status !== 'cancelled' && refund === null;
}
