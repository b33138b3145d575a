import { Inject, Injectable } from '@nestjs/common';
import { dayOf, type Clock } from '@siyu/kernel';
import { CLOCK, CONFIG, type Config } from '@siyu/platform';
import { valueErrors } from './domain/errors';
import { readRules, type SentValueRule } from './domain/read-rules';
import { eventTypeOf, rulesAt, type DatedRule, type ValueLedger, type ValueRule } from './domain/rules';
import { room, within } from './domain/settling';
import {
  channelOf,
  eventWorth,
  orderWorth,
  weightOf,
  WEIGHT_UNITS,
  type EventFacts,
  type OrderFacts,
} from './domain/worth';
import { ValueRulesService } from './value-rules.service';

export interface TriedBehaviour {
  order?: Omit<OrderFacts, 'paidAt' | 'currency'> & { currency?: string };
  event?: Omit<EventFacts, 'occurredAt'>;
  at?: Date;
  /** Rules that nobody published, instead of those in force. */
  rules?: SentValueRule[];
}

/** Why a rule gives what it gives. `other`: it waits for something else. */
export const TRIAL_REASONS = ['counts', 'capped', 'too-little', 'inactive', 'other', 'other-currency'] as const;
export type TrialReason = (typeof TRIAL_REASONS)[number];

export interface TriedRule {
  ruleKey: string;
  name: string;
  version: number;
  amount: number;
  /** What counts for the channel, as a number. */
  weight: number;
  reason: TrialReason;
}

/** What a behaviour would give, by rules and reasons; books nothing. */
@Injectable()
export class ValueTrialsService {
  constructor(
    private readonly rules: ValueRulesService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError `tiers.value-trial-unclear`, `tiers.value-rules-invalid` (invalid) */
  async try(ledger: ValueLedger, tried: TriedBehaviour): Promise<{ amount: number; rules: TriedRule[] }> {
    if (!tried.order === !tried.event) throw valueErrors.trialUnclear();
    const at = tried.at ?? this.clock.now();
    const rules = await this.asked(ledger, tried, at);
    const judged = rules.map((dated) => this.judge(dated, tried, at));
    return { amount: judged.reduce((sum, { amount }) => sum + amount, 0), rules: judged };
  }

  private async asked(
    ledger: ValueLedger,
    { rules }: TriedBehaviour,
    at: Date,
  ): Promise<Omit<DatedRule, 'from' | 'to'>[]> {
    if (rules) return readRules(ledger, rules, this.config.currency).map((rule) => ({ rule, version: 0 }));
    const { rules: latest, version } = await this.rules.latest(ledger);
    const inForce = rulesAt((await this.rules.dated())[ledger], at);
    // Rules that rest are shown, too: they are the first thing that one wonders about.
    const resting = latest.filter(({ isActive }) => !isActive).map((rule) => ({ rule, version }));
    return [...inForce, ...resting.filter(({ rule }) => !inForce.some((each) => each.rule.key === rule.key))];
  }

  private judge(
    { rule, version }: Omit<DatedRule, 'from' | 'to'>,
    { order, event }: TriedBehaviour,
    at: Date,
  ): TriedRule {
    const channel = order ? order.channel : channelOf(event!);
    const currency = order?.currency ?? this.config.currency;
    const worth = order
      ? orderWorth(rule, { ...order, currency, paidAt: at })
      : eventWorth(rule, { ...event!, occurredAt: at });
    const isOpposite = Math.sign(worth) === -Math.sign(rule.value);
    const left = room(rule.caps, new Map(), dayOf(at, this.config.timeZone));
    const amount = !rule.isActive ? 0 : isOpposite ? worth : within(worth, left);
    const reason = reasonOf(rule, {
      worth,
      amount,
      isWaitedFor: isWaitedFor(rule, event),
      currency: order ? currency : null,
    });
    return {
      ruleKey: rule.key,
      name: rule.name,
      version,
      amount,
      weight: weightOf(rule.weights, channel) / WEIGHT_UNITS,
      reason,
    };
  }
}

function isWaitedFor({ on }: ValueRule, event: TriedBehaviour['event']): boolean {
  return event ? eventTypeOf(on) === event.type : on.kind === 'order';
}

function reasonOf(
  { isActive, on }: ValueRule,
  found: { worth: number; amount: number; isWaitedFor: boolean; currency: string | null },
): TrialReason {
  if (!isActive) return 'inactive';
  if (!found.isWaitedFor) return 'other';
  if (on.kind === 'order' && on.currency !== found.currency) return 'other-currency';
  if (found.worth === 0) return 'too-little';
  return found.amount === found.worth ? 'counts' : 'capped';
}
