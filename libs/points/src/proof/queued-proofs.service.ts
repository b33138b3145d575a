import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock } from '@siyu/kernel';
import { CLOCK, Database, Jobs, sqlState, type ActorRef } from '@siyu/platform';
import { proofErrors } from './domain/errors';
import { ProvingService } from './proving.service';
import type { CheckResult, VerificationRow } from './verifications.entities';
import { proveBooks } from './verifications.events';
import { VerificationsStore } from './verifications.store';

class ProofCancelled extends Error {}

/** Proofs that take their time: one at a time, with progress, and they can be called off. */
@Injectable()
export class QueuedProofsService {
  constructor(
    private readonly database: Database,
    private readonly store: VerificationsStore,
    private readonly proving: ProvingService,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Queues a proof of everybody's books. @returns the one that is under way, if there is one */
  async request(requestedBy: string): Promise<VerificationRow> {
    const verificationId = newId();
    return this.database.transaction(async (em) => {
      const before = await this.store.underWay(em);
      if (before && (await this.jobs.isAlive(em, keyOf(before.verificationId)))) return before;
      // Its job was given up, or somebody took it off the queue.
      if (before) await this.store.end(em, before.verificationId, 'failed', this.clock.now(), 'The job was lost.');
      const asked = { verificationId, requestedBy, requestedAt: this.clock.now() };
      if (!(await this.store.queue(em, asked))) return (await this.store.underWay(em))!;
      await this.jobs.enqueue(em, proveBooks, { verificationId }, { key: keyOf(verificationId) });
      return (await this.store.find(em, verificationId))!;
    });
  }

  /**
   * Does a proof that was queued, from the beginning if it was begun before.
   *
   * @param signal aborted when the worker shuts down: the proof stops between two checks and throws
   * @throws the error of the database when it went away; any other failure ends the proof as `failed`
   */
  async perform(verificationId: string, signal: AbortSignal): Promise<void> {
    const { em } = this.database;
    if (!(await this.store.begin(em, verificationId))) return;
    const { requestedBy } = (await this.store.find(em, verificationId))!;
    const progress = async (checks: CheckResult[]) => {
      signal.throwIfAborted();
      if (!(await this.store.progress(em, verificationId, checks))) throw new ProofCancelled();
    };
    try {
      const proof = { verificationId, customerId: null, actor: refOf(requestedBy), progress };
      await this.store.finish(em, verificationId, await this.proving.prove(proof));
    } catch (error) {
      if (error instanceof ProofCancelled) return;
      const state = sqlState(error);
      // 08: connection lost, 57P: the server stopped; no state: the network, or the worker shuts down
      if (!state || state.startsWith('08') || state.startsWith('57P')) throw error;
      const problem = `The database refused the work (SQLSTATE ${state}).`;
      await this.store.end(em, verificationId, 'failed', this.clock.now(), problem);
    }
  }

  /** @throws DomainError `points.verification-unknown` (not-found), `points.verification-over` (conflict) */
  async cancel(verificationId: string): Promise<VerificationRow> {
    const { em } = this.database;
    const cancelled = await this.store.end(em, verificationId, 'cancelled', this.clock.now(), null);
    if (cancelled) return cancelled;
    const found = await this.store.find(em, verificationId);
    if (!found) throw proofErrors.notFound();
    throw proofErrors.over(found.status);
  }
}

function keyOf(verificationId: string): string {
  return `points.verify:${verificationId}`;
}

/** An actor as labels write it, `staff:<id>`; null for the system. */
function refOf(label: string): ActorRef | null {
  const [kind, id] = label.split(':');
  return id ? { kind: kind as ActorRef['kind'], id } : null;
}
