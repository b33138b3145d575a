import { Inject, Injectable } from '@nestjs/common';
import { CustomersQueries } from '@siyu/customers';
import type { Clock } from '@siyu/kernel';
import { CLOCK, CONFIG, type Config } from '@siyu/platform';
import { expiryOf } from '../programme/domain/expiry';
import { ProgrammesService } from '../programme/programmes.service';
import { AwardingService, rulesAt } from './awarding.service';
import { sumOf } from './domain/awards';
import { earningErrors } from './domain/errors';
import type { Verdict } from './domain/judgement';
import type { Occasion } from './domain/occasions';
import { readRule } from './domain/read-rule';
import { TRIGGERS, type RuleVersion } from './domain/rules';
import { EarnersService } from './earners.service';
import type { Trial, TrialAnswer, TrialOrder } from './trials.dto';

/** Stands for the tried rule, which has no id yet. */
const TRIED = '00000000-0000-7000-8000-000000000000';

/** What would be earned, and why: nothing is written. */
@Injectable()
export class TrialsService {
  constructor(
    private readonly awarding: AwardingService,
    private readonly earners: EarnersService,
    private readonly customers: CustomersQueries,
    private readonly programmes: ProgrammesService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws DomainError `points.trial-unclear`, `points.rule-invalid` (invalid), `customers.not-found`
   */
  async try(trial: Trial): Promise<TrialAnswer> {
    const at = trial.at ? new Date(trial.at) : this.clock.now();
    const happening = happeningOf(trial, this.config.currency);
    const inForce = rulesAt(await this.awarding.rulesOf(...TRIGGERS), at);
    const active = inForce.filter(({ ruleId }) => ruleId !== trial.insteadOf);
    const rules = trial.rule ? [...active, triedRule(trial.rule, this.config.currency)] : active;
    const customerId = trial.customerId ?? null;
    if (customerId) await this.customers.mustExist(customerId);
    const known = (await this.earners.know(customerId ? [customerId] : [], rules))(customerId ?? '');
    const moments = customerId ? [{ customerId, at }] : [];
    const factors = (await this.earners.multiply(moments))({ customerId: customerId ?? '', at }) ?? [];
    const verdicts = await this.awarding.foresee(customerId, { ...happening, at, ...known, factors }, rules);
    const programme = await this.programmes.current();
    return {
      points: sumOf(verdicts),
      waits: trial.order !== undefined && programme.pendingDaysAfterCompletion !== null,
      expiresAt: expiryOf(programme, at).expiresAt?.toISOString() ?? null,
      rules: verdicts.map(shown),
    };
  }
}

function triedRule(sent: NonNullable<Trial['rule']>, currency: string): RuleVersion {
  return { ruleId: TRIED, version: 0, content: readRule(sent, currency), validFrom: new Date(0), validTo: null };
}

function happeningOf(trial: Trial, currency: string): Pick<Occasion, 'triggers' | 'order' | 'event' | 'streak'> {
  const { order, event, streak, birthday } = trial;
  const given = [order, event, streak, birthday || undefined].filter((each) => each !== undefined);
  if (given.length !== 1) throw earningErrors.trialUnclear();
  if (order)
    return { triggers: order.isFirst ? ['order', 'first-purchase'] : ['order'], order: orderOf(order, currency) };
  if (event) return { triggers: ['event'], event: { type: event.type, properties: event.properties ?? {} } };
  return streak === undefined ? { triggers: ['birthday'] } : { triggers: ['sign-in'], streak };
}

function orderOf({ totalCents, currency: given, channel = null, items = [] }: TrialOrder, currency: string) {
  const lines = items.map(({ sku, category = null, quantity = 1, unitPriceCents }, index) => ({
    lineNo: index + 1,
    sku,
    category,
    amountCents: Number(BigInt(quantity) * BigInt(unitPriceCents)),
  }));
  return { totalCents, currency: given ?? currency, channel, lines };
}

function shown({ rule, points, steps, why }: Verdict): TrialAnswer['rules'][number] {
  const { ruleId, version, content } = rule;
  return { ruleId: ruleId === TRIED ? null : ruleId, ruleVersion: version, name: content.name, points, steps, why };
}
