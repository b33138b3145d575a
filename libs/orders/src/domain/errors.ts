import { DomainError } from '@siyu/kernel';

/** Every refusal of this lib; each code is made in one place. */
export const ordersErrors = {
  fieldInvalid: (pointer: string, message: string) =>
    new DomainError('orders.field-invalid', 'invalid', `${pointer} ${message}.`, { errors: [{ pointer, message }] }),

  identityMissing: () =>
    new DomainError('orders.identity-missing', 'invalid', 'At least one identity must say whose it is.', {
      errors: [{ pointer: '/identities', message: 'must have at least 1 entry' }],
    }),

  timeImplausible: (pointer: string) =>
    new DomainError('orders.time-implausible', 'invalid', `${pointer} is before 1990 or more than a day ahead.`, {
      errors: [{ pointer, message: 'must be between 1990 and tomorrow' }],
    }),

  currencyUnknown: (currency: string) =>
    new DomainError('orders.currency-unknown', 'invalid', `"${currency.slice(0, 10)}" is no currency of ISO 4217.`, {
      errors: [{ pointer: '/currency', message: 'must be a currency code of ISO 4217, like CNY' }],
    }),

  notFound: () => new DomainError('orders.not-found', 'not-found', 'There is no such order.'),

  returnNotRefundable: () =>
    new DomainError(
      'orders.return-not-refundable',
      'refused',
      'A return is money given back already; it has no refunds.',
    ),

  refundExceedsTotal: (facts: { totalCents: number; refundsCents: number; amountCents: number }) =>
    new DomainError('orders.refund-exceeds-total', 'refused', 'The refunds would be more than the order was worth.', {
      extra: facts,
    }),

  refundMismatch: () =>
    new DomainError('orders.refund-mismatch', 'conflict', 'This refund is already recorded with another content.'),
};
