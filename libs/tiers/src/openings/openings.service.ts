import { Inject, Injectable } from '@nestjs/common';
import { CustomerResolver, normaliseIdentities, type Identity } from '@siyu/customers';
import type { ImportOutcome } from '@siyu/imports';
import { dayOf, DomainError, startOfDay, type Clock, type Day } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, type Config } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import { evaluationErrors } from '../evaluation/domain/errors';
import type { LadderVersion, Tier } from '../ladders/domain/ladder';
import { VersionsQueries } from '../ladders/versions.queries';
import { openingErrors } from './domain/errors';
import { checkContent, contentOf, isSameContent, tierCalled, type ToldOpening } from './domain/openings';
import { OpeningBookingService, type NewWord } from './opening-booking.service';
import type { ImportKeyRow } from './openings.entities';
import { OpeningsStore } from './openings.store';

export interface OpeningInput extends ToldOpening {
  source: string;
  externalId: string;
  identities: Identity[];
}

/** A record that can be read. */
interface Reading {
  input: OpeningInput;
  tier: Tier;
}

/** What becomes of a record; without a word it says nothing new, or nothing good. */
interface Decision {
  outcome: ImportOutcome;
  word?: Omit<NewWord, 'customerId'>;
}

/** Tiers that customers had before they came here. */
@Injectable()
export class OpeningsService {
  constructor(
    private readonly database: Database,
    private readonly store: OpeningsStore,
    private readonly booking: OpeningBookingService,
    private readonly resolver: CustomerResolver,
    private readonly versions: VersionsQueries,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Brings in a batch of tiers, each once however often it is sent. A bad one fails, the others are brought in.
   *
   * @param options.dryRun says what would happen and writes nothing
   * @returns one outcome per input, in order
   */
  async recordBatch(inputs: OpeningInput[], options: { dryRun: boolean }): Promise<ImportOutcome[]> {
    const version = await this.versions.inForce();
    if (!version) return inputs.map(() => failed(evaluationErrors.noLadder()));
    const today = dayOf(this.clock.now(), this.config.timeZone);
    const read = inputs.map((input) => readingOf(version, input));
    const readings = read.filter((each) => 'input' in each);
    const outcomes = options.dryRun
      ? (await this.foresee(version, readings, today)).map(({ outcome }) => outcome)
      : await this.record(version, readings, today);
    const next = outcomes.values();
    return read.map((each) => ('input' in each ? next.next().value! : each));
  }

  private async foresee(version: LadderVersion, readings: Reading[], today: Day): Promise<Decision[]> {
    const found = await this.resolver.find(readings.map((reading) => this.asked(reading)));
    const held = await this.held(this.database.em, readings);
    return readings.map((reading, index) => decide(version, reading, held(reading), found[index]!, today));
  }

  private async record(version: LadderVersion, readings: Reading[], today: Day): Promise<ImportOutcome[]> {
    const foreseen = await this.foresee(version, readings, today);
    const newcomers = readings.filter((_, index) => foreseen[index]!.outcome.outcome === 'created');
    const resolved = await this.resolver.resolve(newcomers.map((reading) => this.asked(reading)));
    const customers = new Map(newcomers.map((reading, index) => [reading, resolved[index]!.customerId]));
    return this.database.transaction(async (em) => {
      await this.store.takeTurn(em);
      const held = await this.held(em, readings);
      const words: NewWord[] = [];
      // What failed before any writing fails; everything else is decided again, by what is known now.
      const decided = readings.map((reading, index): ImportOutcome => {
        const known = held(reading);
        const customerId = known?.customerId ?? customers.get(reading);
        if (foreseen[index]!.outcome.outcome === 'failed' || customerId === undefined) return foreseen[index]!.outcome;
        const { outcome, word } = decide(version, reading, known, null, today);
        if (word) words.push({ ...word, customerId });
        return outcome;
      });
      await this.booking.book(em, version, words);
      return decided;
    });
  }

  private async held(em: EntityManager, readings: readonly Reading[]) {
    const found = await this.store.find(
      em,
      readings.map(({ input }) => input),
    );
    const known = new Map(found.map((key) => [nameOf(key), key]));
    return ({ input }: Reading): ImportKeyRow | null => known.get(nameOf(input)) ?? null;
  }

  /** Who has a tier since a day was a customer by then. */
  private asked({ input: { identities, source, since } }: Reading) {
    return { identities, source, ...(since === undefined ? {} : { at: startOfDay(since, this.config.timeZone) }) };
  }
}

function readingOf({ terms }: LadderVersion, input: OpeningInput): Reading | ImportOutcome {
  try {
    const tier = tierCalled(terms, input.tier);
    if (!tier) throw evaluationErrors.tierUnknown(input.tier);
    return { input: { ...input, identities: normaliseIdentities(input.identities) }, tier };
  } catch (error) {
    return failed(error);
  }
}

/** @param found whose the identities of the record are; null: nobody's, or it does not matter any more */
function decide(
  { terms }: LadderVersion,
  { input, tier }: Reading,
  held: ImportKeyRow | null,
  found: string | null,
  today: Day,
): Decision {
  try {
    if (held && found !== null && found !== held.customerId) throw openingErrors.otherCustomer();
    const content = contentOf(tier, input, held, today);
    if (held && isSameContent(terms, held, content)) return { outcome: { outcome: 'unchanged' } };
    checkContent(content, today);
    const { source, externalId } = input;
    return { outcome: { outcome: held ? 'updated' : 'created' }, word: { source, externalId, content, held } };
  } catch (error) {
    return { outcome: failed(error) };
  }
}

function failed(error: unknown): ImportOutcome {
  if (error instanceof DomainError) return { outcome: 'failed', code: error.code, detail: error.detail };
  throw error;
}

function nameOf({ source, externalId }: { source: string; externalId: string }): string {
  return JSON.stringify([source, externalId]);
}
