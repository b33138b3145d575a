import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock } from '@siyu/kernel';
import { Audit, CLOCK, Database, Jobs, type Operator } from '@siyu/platform';
import { readLadder, type SentLadder } from '../ladders/domain/read-ladder';
import { LaddersService } from '../ladders/ladders.service';
import { termsHash } from '../ladders/terms-hash';
import { VersionsQueries } from '../ladders/versions.queries';
import { simulationErrors } from './domain/errors';
import { simulate } from './simulations.events';
import type { SimulationRow } from './simulations.entities';
import { SimulationsStore } from './simulations.store';

const POLL_MS = 200;

/** Asking what a ladder would do. */
@Injectable()
export class SimulationsService {
  constructor(
    private readonly database: Database,
    private readonly store: SimulationsStore,
    private readonly ladders: LaddersService,
    private readonly versions: VersionsQueries,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Queues a simulation of the ladder's draft, or of other terms for it, against the version in force.
   *
   * @throws DomainError `tiers.ladder-not-found` (not-found), `tiers.ladder-invalid` (invalid)
   */
  async request(actor: Operator, ladderId: string, sent: SentLadder | null): Promise<SimulationRow> {
    return this.database.transaction(async (em) => {
      const ladder = await this.ladders.locked(em, ladderId);
      const terms = readLadder(sent ?? ladder.draft);
      const [asOf, simulationId] = [this.clock.now(), newId()];
      const base = await this.versions.inForce(em, asOf);
      await this.store.insert(em, {
        simulationId,
        ladderId,
        terms,
        termsHash: termsHash(terms),
        baseLadderId: base?.ladderId ?? null,
        baseVersion: base?.version ?? null,
        asOf,
        requestedBy: actor.id,
      });
      await this.jobs.enqueue(em, simulate, { simulationId }, { queue: simulate.name });
      await this.audit.record(em, { actor, action: 'tiers.simulate', subject: 'tier-ladder', subjectId: ladderId });
      return (await this.store.find(em, simulationId))!;
    });
  }

  /** The simulation once it is over, or as it is when the time is up. @throws DomainError `tiers.simulation-unknown` (not-found) */
  async wait(simulationId: string, seconds: number): Promise<SimulationRow> {
    const until = performance.now() + seconds * 1000;
    for (;;) {
      const found = await this.get(simulationId);
      const isUnderWay = found.status === 'queued' || found.status === 'running';
      if (!isUnderWay || performance.now() >= until) return found;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** @throws DomainError `tiers.simulation-unknown` (not-found) */
  async get(simulationId: string): Promise<SimulationRow> {
    const found = await this.store.find(this.database.em, simulationId);
    if (!found) throw simulationErrors.unknown();
    return found;
  }

  /** @throws DomainError `tiers.simulation-unknown` (not-found), `tiers.simulation-over` (conflict) */
  async cancel(actor: Operator, simulationId: string): Promise<SimulationRow> {
    return this.database.transaction(async (em) => {
      const found = await this.store.lock(em, simulationId);
      if (!found) throw simulationErrors.unknown();
      if (found.status !== 'queued' && found.status !== 'running') throw simulationErrors.over(found.status);
      await this.store.end(em, simulationId, 'cancelled', null, this.clock.now());
      const { ladderId } = found;
      await this.audit.record(em, {
        actor,
        action: 'tiers.cancel-simulation',
        subject: 'tier-ladder',
        subjectId: ladderId,
      });
      return (await this.store.find(em, simulationId))!;
    });
  }
}
