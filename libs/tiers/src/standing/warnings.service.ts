import { Inject, Injectable } from '@nestjs/common';
import { dayOf, daysBetween, type Clock, type Day } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, Events, type Config } from '@siyu/platform';
import { FiguresQueries } from '../evaluation/figures.queries';
import type { LadderVersion } from '../ladders/domain/ladder';
import { VersionsQueries } from '../ladders/versions.queries';
import { fallOf, type Fall } from './domain/falls';
import { tiersExpiring, type MemberExpiring } from './warnings.events';
import { WarningsStore, type Ending } from './warnings.store';

/** Members whose figures are looked at together, and whom one event names at most. */
const MEMBERS_PER_PAGE = 500;

/** Tells in time who falls, if nothing is done. */
@Injectable()
export class WarningsService {
  constructor(
    private readonly database: Database,
    private readonly store: WarningsStore,
    private readonly figures: FiguresQueries,
    private readonly versions: VersionsQueries,
    private readonly events: Events,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * One warning per member, end of validity and warning day of the ladder, however often it is asked for. A day that was missed is
   * caught up with on the next one; who is safe now is looked at again.
   *
   * @param signal aborted: ends with an error behind the page that it is at
   * @returns how many members were warned
   */
  async warn(signal?: AbortSignal): Promise<number> {
    const version = await this.versions.inForce();
    if (!version || version.terms.atEnd === 'keep') return 0;
    const { warningDays, graceDays } = version.terms;
    const now = this.clock.now();
    const today = dayOf(now, this.config.timeZone);
    let warned = 0;
    for (let behind: string | null = null; ;) {
      signal?.throwIfAborted();
      const when = { today, warningDays, graceDays };
      const page: Ending[] = await this.store.endings(this.database.em, behind, MEMBERS_PER_PAGE, when);
      if (page.length === 0) return warned;
      warned += await this.warnOf(page, version, now, today);
      behind = page.at(-1)!.customerId;
    }
  }

  private async warnOf(page: readonly Ending[], version: LadderVersion, now: Date, today: Day): Promise<number> {
    const ids = page.map(({ customerId }) => customerId);
    const figures = await this.figures.of(ids, version, now);
    const falling = page.flatMap((ending) => {
      const keep = figures.get(ending.customerId)?.keep;
      const fall = keep && fallOf(version.terms, { ...ending, lock: lockOf(ending) }, keep.values);
      return fall ? [{ ...ending, ...fall }] : [];
    });
    if (falling.length === 0) return 0;
    return this.database.transaction(async (em) => {
      const noted = await this.store.note(em, falling, now);
      const members = falling.filter(({ customerId }) => noted.has(customerId)).map((one) => warningOf(one, today));
      if (members.length > 0) await this.events.publish(em, tiersExpiring, { members });
      return members.length;
    });
  }
}

function lockOf({ lockKey, lockUntil, lockMayRise }: Ending) {
  return lockKey === null ? null : { tierKey: lockKey, until: lockUntil!, mayRise: lockMayRise! };
}

function warningOf(ending: Ending & Fall, today: Day): MemberExpiring {
  const { customerId, tierKey, toKey, validUntil, graceUntil, match, missing } = ending;
  const inGrace = validUntil < today;
  const days = daysBetween(today, inGrace ? graceUntil : validUntil);
  return { customerId, tierKey, toKey, validUntil, graceUntil, inGrace, days, match, missing };
}
