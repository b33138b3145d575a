import { Injectable } from '@nestjs/common';
import { DomainError } from '@siyu/kernel';
import type { EntityManager } from 'typeorm';
import type { Act, Posted } from './domain/acts';

/** Nothing of a refused act is written. */
export type Answer = Posted | { refusal: DomainError };

/** The one door to the points of customers. Every act, whoever asks for it, is booked here. */
@Injectable()
export class LedgerService {
  /**
   * Books one act in a transaction that it may share with others arriving at the same moment; the answer is given when it is
   * durable.
   *
   * @throws DomainError `points.insufficient`, `points.*` (refused), `idempotency.mismatch` (refused)
   */
  async post(_act: Act): Promise<Posted> {
    throw new Error('to come');
  }

  /** Books any number of acts, those of one customer in their order. @returns one answer per act, in order */
  async postAll(_acts: Act[]): Promise<Answer[]> {
    throw new Error('to come');
  }

  /**
   * Books acts in the caller's transaction, which locks the customers' accounts (so call it before taking other locks).
   * A refused act writes nothing; the caller decides whether to go on or to throw.
   */
  async postIn(_em: EntityManager, _acts: Act[]): Promise<Answer[]> {
    throw new Error('to come');
  }
}
