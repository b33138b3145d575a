import { Inject, Injectable } from '@nestjs/common';
import { dayOf, type Clock, type FieldFault } from '@siyu/kernel';
import { checkAgainst, CLOCK, CONFIG, Database, type Config } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { earliestBeginning, effectiveFrom } from './domain/effective';
import { ladderErrors } from './domain/errors';
import type { Finding } from './domain/findings';
import type { LadderTerms, LadderVersion } from './domain/ladder';
import { TERMS_POINTER, tryLadder } from './domain/read-ladder';
import { examine, gravest } from './domain/sanity';
import { unfitSuccessor } from './domain/succession';
import { LadderTermsBody } from './ladder-terms.dto';
import { VersionsQueries } from './versions.queries';
import { VersionsStore } from './versions.store';

const FOREVER = new Date('9999-01-01T00:00:00Z');

/** What is wrong with terms: faults of their form, or else what they would do. */
export interface CheckAnswer {
  errors: FieldFault[];
  findings: Finding[];
}

/** Looks at terms as they would stand today: after those in force, with the growth rules that there are. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly database: Database,
    private readonly versions: VersionsQueries,
    private readonly store: VersionsStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Never throws for what was sent: an editor asks while somebody types. */
  async check(sent: unknown): Promise<CheckAnswer> {
    const shaped = checkAgainst(LadderTermsBody, sent);
    if (shaped.faults)
      return {
        errors: shaped.faults.map(({ pointer, message }) => ({ pointer: TERMS_POINTER + pointer, message })),
        findings: [],
      };
    const { terms, faults } = tryLadder(shaped.value);
    return { errors: faults, findings: faults.length > 0 ? [] : await this.findings(this.database.em, terms) };
  }

  /** @param at when the terms would begin; they are compared with what holds until then */
  async findings(em: EntityManager, terms: LadderTerms, at = this.clock.now()): Promise<Finding[]> {
    const now = this.clock.now();
    const before = await this.before(em, at);
    const hasGrowthRules = await this.store.hasGrowthRules(em, now);
    return examine(terms, { inForce: before?.terms ?? null, hasGrowthRules, today: dayOf(now, this.config.timeZone) });
  }

  /** What holds until a moment; at the present one, what is in force. */
  before(em: EntityManager, at: Date): Promise<LadderVersion | null> {
    const now = this.clock.now();
    return this.versions.inForce(em, at > now ? new Date(at.getTime() - 1) : now);
  }

  /** @throws DomainError `tiers.ladder-unsound` (refused) when terms cannot do what they say */
  async assertSound(em: EntityManager, terms: LadderTerms, at: Date): Promise<void> {
    const errors = gravest(await this.findings(em, terms, at));
    if (errors.length > 0) throw ladderErrors.unsound(errors);
  }

  /**
   * Looked at when the order of versions has changed.
   *
   * @throws DomainError `tiers.successor-unfit` (refused) when one that waits for its time no longer fits what it follows
   */
  async assertSuccession(em: EntityManager): Promise<void> {
    const unfit = unfitSuccessor(await this.versions.between(this.clock.now(), FOREVER, em));
    if (unfit) throw ladderErrors.successorUnfit(unfit.version.ladderId, unfit.version.version, unfit.tiers);
  }

  now(): Date {
    return this.clock.now();
  }

  /** @throws DomainError `tiers.effective-unclear`, `tiers.effective-in-past` (invalid) */
  async effectiveFrom(em: EntityManager, wanted: string | undefined): Promise<Date> {
    const { timeZone } = this.config;
    const now = this.clock.now();
    const notBefore = earliestBeginning(!(await this.versions.any(em)), now, timeZone);
    return effectiveFrom(wanted, { now, timeZone, notBefore });
  }
}
