import { Inject, Injectable } from '@nestjs/common';
import { badCursor, decodeCursor, pageOf, type Clock, type Page } from '@siyu/kernel';
import { actorLabel, Audit, CLOCK, CONFIG, Database, type Config, type Operator } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { valueErrors } from './domain/errors';
import { readRules, type SentValueRule } from './domain/read-rules';
import { datedRules, LEDGERS, type DatedRule, type ValueLedger } from './domain/rules';
import { SettlementsService } from './settlements.service';
import { ValueRulesStore } from './value-rules.store';
import type { ValueProgrammeRow } from './values.entities';

export interface RulesChange {
  rules: SentValueRule[];
  /** From when they hold; now by default, and from the beginning where history counts. */
  validFrom?: Date;
  /** Whether what happened before counts, too: then the whole ledger is settled. */
  fromHistory?: boolean;
  note?: string | null;
  /** The version that the caller looked at; left out for whatever is in force. */
  expectedVersion?: number;
}

/** Version 0: nobody wrote rules yet. */
export type RulesVersion = Omit<ValueProgrammeRow, 'createdAt'> & { createdAt: Date | null };

const THE_BEGINNING = new Date(0);

/** The rules of the value ledgers and their history. */
@Injectable()
export class ValueRulesService {
  constructor(
    private readonly database: Database,
    private readonly store: ValueRulesStore,
    private readonly settlements: SettlementsService,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** All rules of both ledgers with the times in which they hold. */
  async dated(em: EntityManager = this.database.em): Promise<Record<ValueLedger, DatedRule[]>> {
    const versions = await this.store.versions(em);
    const of = (ledger: ValueLedger) => datedRules(versions.filter((version) => version.ledger === ledger));
    return Object.fromEntries(LEDGERS.map((ledger) => [ledger, of(ledger)])) as Record<ValueLedger, DatedRule[]>;
  }

  /** The version that was made last. */
  async latest(ledger: ValueLedger, em: EntityManager = this.database.em): Promise<RulesVersion> {
    const none = {
      ledger,
      version: 0,
      rules: [],
      validFrom: THE_BEGINNING,
      authorId: null,
      note: null,
      createdAt: null,
    };
    return (await this.store.latest(em, ledger)) ?? none;
  }

  /** Newest first. */
  async versions(ledger: ValueLedger, limit: number, cursor?: string): Promise<Page<RulesVersion>> {
    const before = cursor ? decodeCursor(cursor, 1)[0]! : null;
    if (before !== null && !(Number.isSafeInteger(before) && Number(before) < 2 ** 31)) throw badCursor();
    const found = await this.store.list(this.database.em, ledger, limit + 1, before as number | null);
    return pageOf<RulesVersion>(found, limit, (last) => [last.version]);
  }

  /**
   * Makes a new version; those before stay on record and go on deciding about the time before it.
   *
   * @param actor null: the system itself
   * @throws DomainError `tiers.value-rules-invalid` (invalid), `tiers.value-rules-changed`, `tiers.value-settling` (conflict)
   */
  replace(actor: Operator | null, ledger: ValueLedger, change: RulesChange): Promise<RulesVersion> {
    const now = this.clock.now();
    const rules = readRules(ledger, change.rules, this.config.currency);
    const validFrom = validFromOf(change, now);
    return this.database.transaction(async (em) => {
      await this.store.lock(em);
      const before = await this.latest(ledger, em);
      if (change.expectedVersion !== undefined && change.expectedVersion !== before.version)
        throw valueErrors.rulesChanged(before.version);
      const frame = { authorId: actor?.id ?? null, note: change.note ?? null, createdAt: now };
      const after = { ledger, version: before.version + 1, rules, validFrom, ...frame };
      await this.store.insert(em, after);
      await this.audit.record(em, {
        actor,
        action: 'tiers.change-value-rules',
        subject: 'tiers-value-rules',
        subjectId: `${ledger}:${after.version}`,
        before: { rules: before.rules, validFrom: before.validFrom },
        after: { rules, validFrom, note: after.note },
      });
      if (change.fromHistory) await this.settlements.request(em, ledger, actorLabel(actor));
      return after;
    });
  }
}

/** What happened before the rules were made counts only when somebody says so. */
function validFromOf({ validFrom, fromHistory }: RulesChange, now: Date): Date {
  if (fromHistory) return validFrom ?? THE_BEGINNING;
  if (validFrom && validFrom < now)
    throw valueErrors.rulesInvalid([{ pointer: '/validFrom', message: 'must not be past, unless history counts' }]);
  return validFrom ?? now;
}
