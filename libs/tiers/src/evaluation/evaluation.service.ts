import { Inject, Injectable } from '@nestjs/common';
import { dayOf, type Clock, type Day } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, type Config } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { rankOf, type LadderVersion } from '../ladders/domain/ladder';
import { VersionsQueries } from '../ladders/versions.queries';
import { countingRank, type Cover } from './domain/covers';
import { evaluationErrors } from './domain/errors';
import { nextReplay } from './domain/replays';
import type { MemberRow } from './evaluation.entities';
import { coverOf, lowest } from './members';
import { MembersStore, type Change, type Note } from './members.store';
import { RunsStore } from './runs.store';
import { SettlingService } from './settling.service';

const CUSTOMERS_PER_TRANSACTION = 500;

/** A lock that is laid over what the rules decide. */
export interface LockCover extends Cover {
  customerId: string;
  lockId: string;
  reason: string;
  actor: string;
}

/** A standing that comes from elsewhere and holds until its end, whatever the figures say. */
export interface ImportedStanding {
  customerId: string;
  tierKey: string;
  since: Date;
  validUntil: Day | null;
  actor: string;
}

/** Where customers stand: the only way to change it. */
@Injectable()
export class EvaluationService {
  constructor(
    private readonly database: Database,
    private readonly versions: VersionsQueries,
    private readonly members: MembersStore,
    private readonly runs: RunsStore,
    private readonly settling: SettlingService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Brings the customers to where they stand by now. Without anything new it reads, and writes nothing. As long
   * as the past is still to be told it leaves them to the evaluation of everybody that follows.
   */
  async evaluate(customerIds: readonly string[]): Promise<void> {
    const version = await this.versions.inForce();
    if (!version) return;
    const ids = [...new Set(customerIds)].sort();
    const isPlacement = !(await this.runs.anyDone(this.database.em));
    if (isPlacement && (await this.isPastUntold(version))) return;
    for (let at = 0; at < ids.length; at += CUSTOMERS_PER_TRANSACTION) {
      const whom = { ids: ids.slice(at, at + CUSTOMERS_PER_TRANSACTION) };
      const now = this.clock.now();
      await this.database.transaction((em) => this.settling.settle(em, { version, whom, now, isPlacement }));
    }
  }

  private async isPastUntold(version: LadderVersion): Promise<boolean> {
    const last = await this.runs.lastReplay(this.database.em);
    return nextReplay(version, last, this.clock.now(), this.config.timeZone) !== null;
  }

  /**
   * Lays a lock over the customer's tier, in place of one that may be there.
   *
   * @throws DomainError `tiers.no-ladder` (conflict), `tiers.tier-unknown` (invalid)
   */
  async coverWithLock(em: EntityManager, cover: LockCover): Promise<MemberRow> {
    const version = await this.mustBeInForce(em, cover.tierKey);
    const { lockId, tierKey, until, mayRise } = cover;
    const lock = { lockId, lockKey: tierKey, lockUntil: until, lockMayRise: mayRise };
    return this.change(em, version, cover.customerId, { kind: 'locked', ...cover }, (row) => ({ ...row, ...lock }));
  }

  /** Takes the lock away that lies over the customer's tier. @throws DomainError `tiers.no-ladder` (conflict) */
  async uncover(
    em: EntityManager,
    { customerId, reason, actor }: { customerId: string; reason: string | null; actor: string },
  ): Promise<MemberRow> {
    const version = await this.mustBeInForce(em);
    const none = { lockId: null, lockKey: null, lockUntil: null, lockMayRise: null };
    return this.change(em, version, customerId, { kind: 'unlocked', reason, actor }, (row) => ({ ...row, ...none }));
  }

  /**
   * Sets what the rules would have decided elsewhere; it holds until its end like a tier that was reached here.
   *
   * @param standings one per customer
   * @throws DomainError `tiers.no-ladder` (conflict), `tiers.tier-unknown` (invalid)
   */
  async importStandings(em: EntityManager, standings: readonly ImportedStanding[]): Promise<MemberRow[]> {
    if (standings.length === 0) return [];
    const version = await this.mustBeInForce(em, ...standings.map(({ tierKey }) => tierKey));
    const asked = standings.map(({ customerId, tierKey, since, validUntil, actor }): AskedChange => {
      const own = {
        ladderId: version.ladderId,
        version: version.version,
        ownKey: tierKey,
        ownSince: since,
        validUntil: rankOf(version.terms, tierKey) > 0 ? validUntil : null,
      };
      const forgotten = { inGrace: false, roseOn: null, roseFrom: null, roseFromUntil: null };
      const told = { kind: 'imported' as const, reason: null, actor, at: since };
      return { customerId, told, become: (row) => ({ ...row, ...own, ...forgotten }) };
    });
    return this.changeAll(em, version, asked);
  }

  async importStanding(em: EntityManager, standing: ImportedStanding): Promise<MemberRow> {
    return (await this.importStandings(em, [standing]))[0]!;
  }

  private async mustBeInForce(em: EntityManager, ...tierKeys: string[]): Promise<LadderVersion> {
    const version = await this.versions.inForce(em);
    if (!version) throw evaluationErrors.noLadder();
    const unknown = tierKeys.find((key) => rankOf(version.terms, key) < 0);
    if (unknown !== undefined) throw evaluationErrors.tierUnknown(unknown);
    return version;
  }

  private async change(
    em: EntityManager,
    version: LadderVersion,
    customerId: string,
    told: AskedChange['told'],
    become: AskedChange['become'],
  ): Promise<MemberRow> {
    return (await this.changeAll(em, version, [{ customerId, told, become }]))[0]!;
  }

  private async changeAll(em: EntityManager, version: LadderVersion, asked: AskedChange[]): Promise<MemberRow[]> {
    const now = this.clock.now();
    const today = dayOf(now, this.config.timeZone);
    const of = new Map(asked.map((each) => [each.customerId, each]));
    const held = await this.members.lock(
      em,
      asked.map(({ customerId, told }) => lowest(version, customerId, told.at ?? now)),
    );
    const lastAt = await this.members.lastMovesAt(em, held);
    const changes = held.map((before): Change => {
      const { told, become } = of.get(before.customerId)!;
      const wanted = become(before);
      const rank = countingRank(version.terms, wanted.ownKey, coverOf(wanted), today);
      const tierKey = version.terms.tiers[rank]!.key;
      // Nothing counts from before what is on record already, except for who had no record.
      const at = new Date(Math.max(+(told.at ?? now), +(lastAt.get(before.customerId) ?? 0)));
      const since = tierKey === before.tierKey && before.moveNo > 0 ? before.since : at;
      const { kind, reason, actor } = told;
      return { before, after: { ...wanted, tierKey, since }, note: { kind, at, recordedAt: now, reason, actor } };
    });
    const written = await this.members.put(em, changes);
    const moves = changes.map(({ before, note }, index) => {
      const { customerId, moveNo, tierKey } = written[index]!;
      return { customerId, moveNo, kind: note.kind, from: before.tierKey, to: tierKey };
    });
    await this.settling.tell(em, moves);
    return written;
  }
}

/** What is to become of a customer's row, and what the move says. */
interface AskedChange {
  customerId: string;
  told: Pick<Note, 'kind' | 'reason' | 'actor'> & { at?: Date };
  become: (row: MemberRow) => MemberRow;
}
