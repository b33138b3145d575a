import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Events, type Config } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { GiftsStore } from '../benefits/gifts.store';
import type { MoveKind } from './domain/moves';
import { MembersStore } from './members.store';
import { MOVES_PER_EVENT, tiersChanged, type TierMove } from './moves.events';
import type { Look, StepRow } from './steps.sql';

/** Steps behind which no other one applies at once. */
const LAST = new Set<MoveKind>(['placed', 'rose']);

/** A ladder of ends a month apart that nobody looked at for decades is still brought to its end. */
const MOST_ROUNDS = 1_000;

type Made = StepRow & { kind: MoveKind };

/** Brings customers to where they stand by now, in the transaction of whoever calls. */
@Injectable()
export class SettlingService {
  constructor(
    private readonly members: MembersStore,
    private readonly gifts: GiftsStore,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes step after step until none applies to any of the customers. @returns the moves that were made */
  async settle(em: EntityManager, look: Omit<Look, 'timeZone'>): Promise<TierMove[]> {
    const made: Made[] = [];
    let whom = look.whom;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const steps = await this.members.step(em, { ...look, whom, timeZone: this.config.timeZone });
      made.push(...steps.filter(isMade));
      const ids = steps.filter((step) => !isMade(step) || !LAST.has(step.kind)).map(({ customerId }) => customerId);
      if (ids.length === 0) break;
      whom = { ids };
    }
    await this.payGifts(em, look, made);
    const moves = made.map(({ customerId, moveNo, kind, from, to }) => ({ customerId, moveNo, kind, from, to }));
    await this.tell(em, moves);
    return moves;
  }

  async tell(em: EntityManager, moves: readonly TierMove[]): Promise<void> {
    for (let at = 0; at < moves.length; at += MOVES_PER_EVENT)
      await this.events.publish(em, tiersChanged, { moves: moves.slice(at, at + MOVES_PER_EVENT) });
  }

  private async payGifts(em: EntityManager, { version }: Omit<Look, 'timeZone'>, made: Made[]): Promise<void> {
    const paying = version.terms.gifts.placement ? ['rose', 'placed'] : ['rose'];
    const rises = made.filter(({ kind }) => paying.includes(kind));
    if (rises.length > 0) await this.gifts.issueEntryGifts(em, { version, rises });
  }
}

function isMade(step: StepRow): step is Made {
  return step.written && step.kind !== null;
}
