import { Inject, Injectable } from '@nestjs/common';
import { dayOf, type Clock, type FieldFault } from '@siyu/kernel';
import { checkAgainst, CLOCK, CONFIG, Database, type Config } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { effectiveFrom } from './domain/effective';
import { ladderErrors } from './domain/errors';
import type { Finding } from './domain/findings';
import type { LadderTerms, LadderVersion } from './domain/ladder';
import { TERMS_POINTER, tryLadder } from './domain/read-ladder';
import { examine, gravest } from './domain/sanity';
import { LadderTermsBody } from './ladder-terms.dto';
import { VersionsQueries } from './versions.queries';
import { VersionsStore } from './versions.store';

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

  async findings(em: EntityManager, terms: LadderTerms): Promise<Finding[]> {
    const now = this.clock.now();
    const inForce = await this.inForce(em);
    const hasGrowthRules = await this.store.hasGrowthRules(em, now);
    return examine(terms, { inForce: inForce?.terms ?? null, hasGrowthRules, today: dayOf(now, this.config.timeZone) });
  }

  inForce(em: EntityManager): Promise<LadderVersion | null> {
    return this.versions.inForce(em, this.clock.now());
  }

  /** @throws DomainError `tiers.ladder-unsound` (refused) when terms cannot do what they say */
  async assertSound(em: EntityManager, terms: LadderTerms): Promise<void> {
    const errors = gravest(await this.findings(em, terms));
    if (errors.length > 0) throw ladderErrors.unsound(errors);
  }

  /** @throws DomainError `tiers.effective-unclear`, `tiers.effective-in-past` (invalid) */
  effectiveFrom(wanted: string | undefined): { now: Date; effectiveFrom: Date } {
    const now = this.clock.now();
    return { now, effectiveFrom: effectiveFrom(wanted, now, this.config.timeZone) };
  }
}
