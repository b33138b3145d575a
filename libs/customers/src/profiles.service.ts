import { Inject, Injectable } from '@nestjs/common';
import { dayOf, type Clock } from '@siyu/kernel';
import { CLOCK, CONFIG, Database, type Config } from '@siyu/platform';
import { CustomerResolver } from './customers.resolver';
import { CustomersStore } from './customers.store';
import { identityKey, normaliseIdentities, type Identity } from './domain/identities';
import {
  decideProfiles,
  failingAlone,
  type Profile,
  type ProfileOf,
  type ProfileRecorded,
} from './domain/profile-batch';
import { checkBirthday, mergeAttributes } from './domain/profiles';
import { decideResolution, type Resolved } from './domain/resolution';
import { IdentitiesStore } from './identities.store';

/** What a source says of a customer. */
export interface ProfileInput extends Profile {
  source: string;
  identities: Identity[];
  /** When the source first saw the customer; now when left out. */
  firstSeenAt?: Date;
}

/** Profiles that come in large numbers, such as a shop's customer file. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersStore,
    private readonly identities: IdentitiesStore,
    private readonly resolver: CustomerResolver,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Records profiles, up to 1,000, as if they came one after the other: customers who are missing are made, identities that
   * are free are attached, and what a profile says replaces what was known. A faulty profile fails alone, with a code of
   * `normaliseIdentities`, `checkBirthday` or `mergeAttributes`. The number of statements does not depend on the number of
   * profiles.
   *
   * @returns one answer per profile, in order
   */
  async recordBatch(inputs: ProfileInput[], options: { dryRun?: boolean } = {}): Promise<ProfileRecorded[]> {
    const today = dayOf(this.clock.now(), this.config.timeZone);
    const checked = inputs.map((input) => check(input, today));
    const sound = checked.flatMap((each) => ('input' in each ? [each.input] : []));
    const outcomes = sound.length === 0 ? [] : await this.record(sound, options.dryRun ?? false);
    let next = 0;
    return checked.map((each) => ('input' in each ? outcomes[next++]! : each));
  }

  private async record(inputs: ProfileInput[], dryRun: boolean): Promise<ProfileRecorded[]> {
    const distinct = new Map(inputs.flatMap(({ identities }) => identities.map((each) => [identityKey(each), each])));
    const owners = await this.identities.findOwners(this.database.em, [...distinct.values()]);
    const requests = inputs.map((input) => ({ ...input, at: input.firstSeenAt }));
    const resolved = dryRun ? foresee(requests, owners) : await this.resolver.resolve(requests);
    const taken = new Set(owners.keys());
    const profiles = inputs.map((profile, index): ProfileOf => {
      const before = taken.size;
      for (const identity of profile.identities) taken.add(identityKey(identity));
      return { ...resolved[index]!, profile, attached: taken.size > before };
    });
    return dryRun ? this.foreseeFields(profiles) : this.writeFields(profiles);
  }

  private async foreseeFields(profiles: ProfileOf[]): Promise<ProfileRecorded[]> {
    const known = await this.customers.fieldsOf(this.database.em, customersIn(profiles));
    return decideProfiles(profiles, known).outcomes;
  }

  private async writeFields(profiles: ProfileOf[]): Promise<ProfileRecorded[]> {
    return this.database.transaction(async (em) => {
      const ids = customersIn(profiles);
      await this.customers.lockAll(em, ids);
      const { outcomes, changed } = decideProfiles(profiles, await this.customers.fieldsOf(em, ids));
      if (changed.size > 0) await this.customers.updateAll(em, changed, this.clock.now());
      const attached = profiles.filter((each) => each.created || each.attached).map(({ customerId }) => customerId);
      await this.customers.announce(em, [...new Set([...changed.keys(), ...attached])].sort());
      return outcomes;
    });
  }
}

function check(input: ProfileInput, today: string) {
  return failingAlone(() => {
    checkBirthday(input.birthday ?? null, today);
    mergeAttributes({}, input.attributes ?? {});
    return { input: { ...input, identities: normaliseIdentities(input.identities) } };
  });
}

/** Who the customers would be; those who would be made get ids that no customer has. */
function foresee(requests: { identities: Identity[]; source: string }[], owners: Map<string, string>): Resolved[] {
  let made = 0;
  return decideResolution(requests, owners, () => `new ${(made += 1)}`).answers;
}

function customersIn(profiles: ProfileOf[]): string[] {
  const known = profiles.map(({ customerId }) => customerId).filter((id) => !id.startsWith('new '));
  return [...new Set(known)].sort();
}
