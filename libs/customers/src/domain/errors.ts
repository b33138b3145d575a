import { DomainError } from '@siyu/kernel';
import type { ShownIdentity } from './masking';

export function customerNotFound(): DomainError {
  return new DomainError('customers.not-found', 'not-found', 'There is no such customer.');
}

/** @param ownerId the customer who has the identity; null when she has given it up in this moment */
export function identityTaken(type: string, ownerId: string | null): DomainError {
  return new DomainError('customers.identity-taken', 'conflict', `Another customer has this ${type}.`, {
    extra: { customerId: ownerId, type },
  });
}

export function identityNotFound(): DomainError {
  return new DomainError('customers.identity-not-found', 'not-found', 'The customer has no such identity.');
}

/** Two identities look the same while their middle is covered. */
export function identityAmbiguous({ type }: Pick<ShownIdentity, 'type'>): DomainError {
  return new DomainError(
    'customers.identity-ambiguous',
    'conflict',
    'The customer has two identities that look like this; name it in full.',
    { extra: { type } },
  );
}

/** Without an identity nothing would lead to the customer any more. */
export function lastIdentity(): DomainError {
  return new DomainError(
    'customers.last-identity',
    'refused',
    'A customer keeps at least one identity; add another one first.',
  );
}
