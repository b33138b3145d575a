import { Inject, Injectable } from '@nestjs/common';
import { CustomerResolver, normaliseIdentities, type Identity } from '@siyu/customers';
import type { ImportOutcome } from '@siyu/imports';
import { dayOf, DomainError, type Clock } from '@siyu/kernel';
import { CLOCK, Database } from '@siyu/platform';
import { LedgerService } from '../ledger/ledger.service';
import { ProgrammesService } from '../programme/programmes.service';
import { actOf, checkOpening, type Opening } from './domain/openings';
import { OpeningsStore } from './openings.store';

export type OpeningInput = Opening & { identities: Identity[] };

/** Points that customers had before they came here. */
@Injectable()
export class OpeningsService {
  constructor(
    private readonly database: Database,
    private readonly store: OpeningsStore,
    private readonly resolver: CustomerResolver,
    private readonly ledger: LedgerService,
    private readonly programmes: ProgrammesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Books a batch of opening balances, each once however often it is sent. A bad one fails, the others are booked.
   *
   * @param options.dryRun says what would happen and writes nothing
   * @returns one outcome per input, in order
   */
  async recordBatch(inputs: OpeningInput[], options: { dryRun: boolean }): Promise<ImportOutcome[]> {
    const { timeZone } = await this.programmes.current();
    const today = dayOf(this.clock.now(), timeZone);
    const outcomes = new Map<OpeningInput, ImportOutcome>();
    const sound = inputs.flatMap((input): OpeningInput[] => {
      try {
        checkOpening(input, today);
        return [{ ...input, identities: normaliseIdentities(input.identities) }];
      } catch (error) {
        outcomes.set(input, failed(error));
        return [];
      }
    });
    const left = inputs.filter((input) => !outcomes.has(input));
    const found = options.dryRun ? await this.foresee(sound) : await this.book(sound, timeZone);
    left.forEach((input, index) => outcomes.set(input, found[index]!));
    return inputs.map((input) => outcomes.get(input)!);
  }

  private async foresee(inputs: OpeningInput[]): Promise<ImportOutcome[]> {
    const known = await this.owners(inputs);
    return inputs.map((input) => ({ outcome: known.has(nameOf(input)) ? 'unchanged' : 'created' }));
  }

  private async book(inputs: OpeningInput[], timeZone: string): Promise<ImportOutcome[]> {
    const known = await this.owners(inputs);
    const strangers = inputs.filter((input) => !known.has(nameOf(input)));
    if (strangers.length > 0) {
      const resolved = await this.resolver.resolve(strangers.map(({ identities, source }) => ({ identities, source })));
      const keys = strangers.map(({ source, externalId }, index) => {
        return { source, externalId, customerId: resolved[index]!.customerId };
      });
      await this.store.claim(this.database.em, keys);
    }
    const owners = strangers.length > 0 ? await this.owners(inputs) : known;
    const answers = await this.ledger.postAll(
      inputs.map((input) => actOf(input, owners.get(nameOf(input))!, timeZone)),
    );
    return answers.map((answer) => {
      if ('refusal' in answer) return failed(answer.refusal);
      return { outcome: answer.replayed ? 'unchanged' : 'created' };
    });
  }

  private async owners(inputs: OpeningInput[]): Promise<Map<string, string>> {
    const found = await this.store.find(this.database.em, inputs);
    return new Map(found.map((key) => [nameOf(key), key.customerId]));
  }
}

function failed(error: unknown): ImportOutcome {
  if (error instanceof DomainError) return { outcome: 'failed', code: error.code, detail: error.detail };
  throw error;
}

function nameOf({ source, externalId }: { source: string; externalId: string }): string {
  return JSON.stringify([source, externalId]);
}
