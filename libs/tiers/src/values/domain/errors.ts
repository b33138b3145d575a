import { DomainError, type FieldFault } from '@siyu/kernel';

/** Every refusal of the value ledgers. */
export const valueErrors = {
  rulesInvalid: (errors: FieldFault[]) =>
    new DomainError('tiers.value-rules-invalid', 'invalid', `${errors[0]!.pointer} ${errors[0]!.message}.`, { errors }),

  rulesChanged: (version: number) =>
    new DomainError('tiers.value-rules-changed', 'conflict', 'The rules were changed since they were read.', {
      extra: { version },
    }),

  trialUnclear: () =>
    new DomainError('tiers.value-trial-unclear', 'invalid', 'Give one of order and event.', {
      errors: [{ pointer: '', message: 'must have one of order and event' }],
    }),

  amountZero: () =>
    new DomainError('tiers.value-amount-zero', 'invalid', 'An entry of nothing is none.', {
      errors: [{ pointer: '/amount', message: 'must not be 0' }],
    }),

  entryUnknown: () => new DomainError('tiers.value-entry-unknown', 'not-found', 'There is no such entry.'),

  notReversible: (left: number) =>
    new DomainError('tiers.value-not-reversible', 'refused', 'There is not that much left of the entry to reverse.', {
      extra: { left },
    }),

  keyReused: () =>
    new DomainError('tiers.value-key-reused', 'conflict', 'This Idempotency-Key was used for another entry.'),

  settling: (settlementId: string) =>
    new DomainError('tiers.value-settling', 'conflict', 'The ledger is being settled already.', {
      extra: { settlementId },
    }),

  settlementUnknown: () =>
    new DomainError('tiers.value-settlement-unknown', 'not-found', 'The ledger was never settled.'),
};
