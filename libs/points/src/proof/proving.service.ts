import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '@siyu/kernel';
import { affected, Audit, CLOCK, Database, LOGGER, type ActorRef } from '@siyu/platform';
import type { Logger } from 'pino';
import { INVARIANTS } from '../ledger/invariants.sql';
import { ProofsQueries, type Drift } from '../ledger/proofs.queries';
import { HISTORY_AS_SEALED, SEALS_HOLD, SealsStore } from './seals.store';
import type { CheckResult } from './verifications.entities';
import type { Result } from './verifications.store';

const CHECKS = Object.entries({
  ...INVARIANTS,
  'history-as-sealed': HISTORY_AS_SEALED,
  'seals-hold': SEALS_HOLD,
});

export const NUMBER_OF_CHECKS = CHECKS.length;

export interface ProofOptions {
  verificationId: string;
  /** Whom it concerns; null for everybody. */
  customerId: string | null;
  /** Who asked; null for the system itself. */
  actor: ActorRef | null;
  /** Told after each check; throws to stop. */
  progress?: (checks: CheckResult[]) => Promise<void>;
}

/** Doing a proof: every invariant of the ledger over one and the same state of the books. */
@Injectable()
export class ProvingService {
  constructor(
    private readonly database: Database,
    private readonly proofs: ProofsQueries,
    private readonly seals: SealsStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Sees the books as they are at one moment and holds up nobody who writes. A clean proof of everybody seals them: from then
   * on no account's history can be changed up to there without the next proof naming it, not even together with its hashes.
   */
  async prove({ verificationId, customerId, actor, progress }: ProofOptions): Promise<Result> {
    const started = performance.now();
    const proof = await this.database.transaction(async (em) => {
      await prepare(em);
      const checks: CheckResult[] = [];
      const drift: Drift[] = [];
      for (const [name, sql] of CHECKS) {
        const { findings, named } = await this.proofs.inspect(em, name, sql, customerId ? [customerId] : null);
        checks.push({ name, findings });
        drift.push(...named);
        await progress?.(checks);
      }
      const isClean = drift.length === 0;
      const sealing = { verificationId, sealedAt: this.clock.now() };
      const digest = isClean && !customerId ? await this.seals.seal(em, sealing) : null;
      await this.audit.record(em, {
        actor,
        action: 'points.verify',
        subject: 'points-verification',
        subjectId: verificationId,
        after: { customerId, isClean, digest: digest?.toString('hex') ?? null },
      });
      return { ...(await this.proofs.counts(em, customerId)), checks, drift, digest };
    });
    const result = { ...proof, finishedAt: this.clock.now(), tookMs: Math.round(performance.now() - started) };
    this.tell(verificationId, result);
    return result;
  }

  /** The log is kept elsewhere than the books: whoever can rewrite these can't rewrite both. */
  private tell(verificationId: string, { digest, drift, accounts, entries, tookMs }: Result): void {
    const said = { verificationId, accounts, entries, tookMs, findings: drift.length, digest: digest?.toString('hex') };
    if (drift.length > 0) this.logger.error(said, 'the books of the points ledger do not close');
    else this.logger.info(said, 'the books of the points ledger close');
  }
}

/** One state of the books for all checks, room for sorting in memory, and no time limit. */
async function prepare(em: EntityManager): Promise<void> {
  await affected(em, 'set transaction isolation level repeatable read');
  await affected(em, `select set_config(name, value, true) from jsonb_each_text($1) as s (name, value)`, [
    JSON.stringify({ work_mem: '64MB', statement_timeout: '0', jit: 'off', random_page_cost: '1.1' }),
  ]);
}
