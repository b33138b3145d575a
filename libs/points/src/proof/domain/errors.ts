import { DomainError } from '@siyu/kernel';

export const proofErrors = {
  notFound: () => new DomainError('points.verification-unknown', 'not-found', 'There is no such proof of the books.'),
  over: (status: string) =>
    new DomainError('points.verification-over', 'conflict', `This proof is over: ${status}.`, { extra: { status } }),
};
