import { IDENTITY_TYPES, type Identity } from './domain/identities';
import { maskIdentity, type ShownIdentity } from './domain/masking';

/** Covered when shown, hence the last choice to tell a customer by. */
const PERSONAL = ['phone', 'email'];
const ORDER = [...IDENTITY_TYPES.filter((type) => !PERSONAL.includes(type)), ...PERSONAL];

/**
 * A lateral join `told` with the identity by which lists and exports tell a customer: the first that is not personal, or else
 * her phone or e-mail. Its columns are `type` and `value`; see {@link shownAs}.
 *
 * @param customerId the column with the customer, `s.customer_id`
 */
export function toldBy(customerId: string): string {
  return `left join lateral (
    select type, value from customers_identities_v i where i.customer_id = ${customerId}
    order by array_position('{${ORDER.join(',')}}'::text[], type), type, value
    limit 1
  ) told on true`;
}

/** The identity as it leaves the house: nobody's phone number in full. */
export function shownAs(type: Identity['type'] | string | null, value: string | null): ShownIdentity | null {
  return type === null || value === null ? null : maskIdentity({ type, value });
}
