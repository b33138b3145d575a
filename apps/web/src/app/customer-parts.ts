import type { CustomerPart, CustomerParts } from '../shared/feature';
import { features } from './features';

/** What features add to the page of a customer, in order. */
export const customerParts: CustomerParts = {
  cards: inOrder(features.flatMap(({ customerPage }) => customerPage?.cards ?? [])),
  tabs: inOrder(features.flatMap(({ customerPage }) => customerPage?.tabs ?? [])),
};

function inOrder(parts: CustomerPart[]): CustomerPart[] {
  return parts.sort((one, other) => one.order - other.order);
}
