import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '@siyu/platform';
import { ActsService, type Answer } from './acts.service';
import type { Act, Posted } from './domain/acts';
import { Gatherings } from './gatherings';

/** Acts that one transaction of a batch takes: its accounts stay locked meanwhile, and other callers wait for them. */
const ACTS_PER_TRANSACTION = 500;
const LANES = 2;

/** The one door to the points of customers. Every act, whoever asks for it, is booked here. */
@Injectable()
export class LedgerService {
  private readonly gatherings = new Gatherings((acts) => this.book(acts));

  constructor(
    private readonly database: Database,
    private readonly acts: ActsService,
  ) {}

  /**
   * Books one act in a transaction that it may share with others arriving at the same moment; the answer is given when it is
   * durable.
   *
   * @throws DomainError `customers.not-found` (not-found), `idempotency.mismatch` (refused), and what the kind of act is
   *   refused for: `points.insufficient`, `points.hold-*`, `points.entry-unknown`, `points.not-reversible`,
   *   `points.reversed-already`, `points.expiry-in-the-past`, `points.too-many`
   */
  async post(act: Act): Promise<Posted> {
    return posted(await this.gatherings.join(act));
  }

  /** Books what is due for one customer. */
  async settle(customerId: string): Promise<void> {
    await this.post({ kind: 'settle', customerId, key: 'settle', reason: 'due', source: 'system', actor: 'system' });
  }

  /**
   * Books any number of acts in transactions of some hundred, those of one customer in their order and together.
   *
   * @returns one answer per act, in order
   */
  async postAll(acts: Act[]): Promise<Answer[]> {
    const answers = new Array<Answer>(acts.length);
    const chunks = chunksOf(acts);
    const lane = async () => {
      for (let chunk = chunks.pop(); chunk; chunk = chunks.pop()) {
        const found = await this.book(chunk.map((index) => acts[index]!));
        chunk.forEach((index, position) => (answers[index] = found[position]!));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return answers;
  }

  /**
   * Books acts in the caller's transaction, which locks the customers' accounts (so call it before taking other locks).
   * A refused act writes nothing; the caller decides whether to go on or to throw.
   */
  postIn(em: EntityManager, acts: Act[]): Promise<Answer[]> {
    return this.acts.carryOut(em, acts);
  }

  private book(acts: Act[]): Promise<Answer[]> {
    return this.database.transaction((em) => this.acts.carryOut(em, acts));
  }
}

/** The entry of an answer, or its refusal thrown. */
export function posted(answer: Answer): Posted {
  if ('refusal' in answer) throw answer.refusal;
  return answer;
}

/** Positions of acts, neighbouring customers together: a chunk finds its rows side by side. */
function chunksOf(acts: Act[]): number[][] {
  const order = acts.map((_, index) => index);
  order.sort((one, other) => compare(acts[one]!.customerId, acts[other]!.customerId) || one - other);
  const chunks: number[][] = [];
  for (const index of order) {
    const last = chunks.at(-1);
    const sameCustomer = last && acts[last.at(-1)!]!.customerId === acts[index]!.customerId;
    if (last && (sameCustomer || last.length < ACTS_PER_TRANSACTION)) last.push(index);
    else chunks.push([index]);
  }
  return chunks;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
