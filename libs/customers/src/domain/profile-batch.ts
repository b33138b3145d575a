import { DomainError } from '@siyu/kernel';
import { cleanName } from './names';
import { mergeAttributes, type Attributes, type Gender } from './profiles';

/*
 * What a batch of profiles, such as a shop's customer file, makes of customers. The profiles are taken as if they came one
 * after the other; what a profile says replaces what was known, what it leaves open stays, attributes change key by key.
 *
 * Example: known is `{ displayName: '王小明', gender: null }`. The profile `{ displayName: '', gender: 'male' }` updates the
 * gender and leaves the name; the same profile once more changes nothing.
 */
export interface ProfileFields {
  displayName: string;
  gender: Gender | null;
  birthday: string | null;
  attributes: Attributes;
}

export interface Profile {
  displayName?: string;
  gender?: Gender;
  birthday?: string;
  attributes?: Attributes;
}

export interface ProfileOf {
  customerId: string;
  profile: Profile;
  /** Whether this very profile made the customer. */
  created: boolean;
  /** Whether it brought an identity that nobody had. */
  attached: boolean;
}

export type ProfileRecorded =
  { outcome: 'created' | 'updated' | 'unchanged' } | { outcome: 'failed'; code: string; detail: string };

/**
 * @param known fields of the customers before the batch
 * @returns one answer per profile, and the fields of the customers whose fields changed; a profile whose attributes are more
 *   than the customer may hold fails and changes nothing
 */
export function decideProfiles(
  profiles: readonly ProfileOf[],
  known: ReadonlyMap<string, ProfileFields>,
): { outcomes: ProfileRecorded[]; changed: Map<string, ProfileFields> } {
  const changed = new Map<string, ProfileFields>();
  const outcomes = profiles.map(({ customerId, profile, created, attached }) => {
    return failingAlone(() => {
      const before = changed.get(customerId) ?? known.get(customerId) ?? NOTHING_KNOWN;
      const after = afterProfile(before, profile);
      const isChanged = canonical(before) !== canonical(after);
      if (isChanged) changed.set(customerId, after);
      if (created) return { outcome: 'created' as const };
      return { outcome: isChanged || attached ? ('updated' as const) : ('unchanged' as const) };
    });
  });
  return { outcomes, changed };
}

/** What `work` gives, or its DomainError as an answer. */
export function failingAlone<Result>(work: () => Result): Result | { outcome: 'failed'; code: string; detail: string } {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { outcome: 'failed', code: error.code, detail: error.detail };
  }
}

const NOTHING_KNOWN: ProfileFields = { displayName: '', gender: null, birthday: null, attributes: {} };

function afterProfile(
  before: ProfileFields,
  { displayName = '', gender, birthday, attributes }: Profile,
): ProfileFields {
  return {
    displayName: cleanName(displayName) || before.displayName,
    gender: gender ?? before.gender,
    birthday: birthday ?? before.birthday,
    attributes: attributes ? mergeAttributes(before.attributes, attributes) : before.attributes,
  };
}

/** The fields as one text; PostgreSQL keeps the keys of jsonb in an order of its own. */
function canonical({ displayName, gender, birthday, attributes }: ProfileFields): string {
  const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([displayName, gender, birthday, sorted]);
}
