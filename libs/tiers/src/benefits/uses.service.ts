import { Inject, Injectable } from '@nestjs/common';
import { newId, type Clock } from '@siyu/kernel';
import { actorLabel, Audit, CLOCK, CONFIG, Database, type Config, type Operator } from '@siyu/platform';
import type { Benefit } from '../ladders/domain/ladder';
import type { UseRow } from './benefits.entities';
import { benefitErrors } from './domain/errors';
import { periodOf, renewalOf } from './domain/quotas';
import { HoldingsQueries, type PresentHolding } from './holdings.queries';
import { UsesStore } from './uses.store';

/** A use as it is asked for. */
export interface UseAsked {
  customerId: string;
  benefitKey: string;
  /** The caller's key; without one, asking again is another use. */
  key: string | undefined;
  /** What it belongs to outside: a parcel, a booking. */
  reference: string | null;
  note: string | null;
}

/** Uses of what tiers give for as long as they hold. */
@Injectable()
export class UsesService {
  constructor(
    private readonly database: Database,
    private readonly holdings: HoldingsQueries,
    private readonly store: UsesStore,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Uses a benefit once. Asked again under its key it gives the first answer, whatever became of the tier since.
   *
   * @throws DomainError `tiers.benefit-missing`, `tiers.quota-spent`, `idempotency.mismatch` (all refused)
   */
  async use(actor: Operator, asked: UseAsked): Promise<UseRow> {
    const key = asked.key && `${actorLabel(actor)}:${asked.key}`;
    const earlier = key && (await this.store.findByKey(this.database.em, asked.customerId, key));
    if (earlier) return sameContent(earlier, asked);
    const holding = await this.holdings.now(asked.customerId);
    const benefit = usable(holding, asked.benefitKey);
    const use = this.useOf(actor, asked, benefit, holding!, key || `use:${newId()}`);
    return this.database.transaction(async (em) => {
      if (!(await this.store.insert(em, use)))
        return sameContent((await this.store.findByKey(em, use.customerId, use.useKey))!, asked);
      if (!(await this.store.take(em, use, benefit.quota?.times ?? null)))
        throw benefitErrors.quotaSpent(benefit.quota!, renewalOf(benefit.quota, use.usedAt, this.config.timeZone));
      await this.record(em, actor, 'tiers.use-benefit', use);
      return use;
    });
  }

  /** Undone again it stays as it is. @throws DomainError `tiers.use-unknown` (not-found) */
  async undo(actor: Operator, path: Pick<UseRow, 'customerId' | 'benefitKey' | 'useId'>): Promise<void> {
    await this.database.transaction(async (em) => {
      const undone = await this.store.undo(em, path, actorLabel(actor), this.clock.now());
      if (undone) {
        await this.store.giveBack(em, undone);
        return this.record(em, actor, 'tiers.undo-benefit', undone);
      }
      const found = await this.store.find(em, path.customerId, path.useId);
      if (found?.benefitKey !== path.benefitKey) throw benefitErrors.useUnknown();
    });
  }

  private useOf(
    actor: Operator,
    { customerId, reference, note }: UseAsked,
    { key: benefitKey, name, quota }: Benefit,
    { tier, since }: PresentHolding,
    useKey: string,
  ): UseRow {
    const usedAt = this.clock.now();
    return {
      customerId,
      useId: newId(),
      useKey,
      benefitKey,
      benefitName: name,
      tierKey: tier.key,
      period: periodOf(quota, usedAt, this.config.timeZone, since),
      usedAt,
      reference,
      note,
      actor: actorLabel(actor),
      undoneAt: null,
      undoneBy: null,
    };
  }

  private async record(em: Database['em'], actor: Operator, action: string, use: UseRow): Promise<void> {
    const { customerId, useId, benefitKey, reference, note } = use;
    const after = { useId, benefitKey, reference, note };
    await this.audit.record(em, { actor, action, subject: 'customer', subjectId: customerId, after });
  }
}

/** Multipliers work by themselves, and gifts come by themselves. */
export function isUsable({ when, kind }: Benefit): boolean {
  return when === 'standing' && kind !== 'points-multiplier';
}

function usable(holding: PresentHolding | null, benefitKey: string): Benefit {
  const benefit = holding?.tier.benefits.find((each) => each.key === benefitKey && isUsable(each));
  if (!benefit) throw benefitErrors.missing(benefitKey);
  return benefit;
}

function sameContent(use: UseRow, { benefitKey, reference, note }: UseAsked): UseRow {
  if (use.benefitKey !== benefitKey || use.reference !== reference || use.note !== note)
    throw benefitErrors.keyMismatch();
  return use;
}
