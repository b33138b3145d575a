import { DomainError, type Day } from '@siyu/kernel';

/*
 * What is known of a person beside her identities.
 *
 * A birthday lies between 1900 and today, by the calendar of the programme. Custom attributes change key by key: a change
 * sets the keys that it names, removes those that it names null, and leaves the others.
 *
 * Example: `{ city: '上海', size: 'M' }` changed by `{ city: '杭州', size: null, skin: '干性' }` is
 * `{ city: '杭州', skin: '干性' }`.
 */
export type Attributes = Record<string, unknown>;

export const GENDERS = ['female', 'male', 'other'] as const;
export type Gender = (typeof GENDERS)[number];

const EARLIEST_BIRTHDAY: Day = '1900-01-01';
const MAX_ATTRIBUTES = 200;
const MAX_KEY_LENGTH = 100;
const MAX_BYTES = 16_384;

/**
 * @param today the current day in the programme's time zone
 * @throws DomainError `customers.birthday-invalid` (invalid)
 */
export function checkBirthday(birthday: Day | null, today: Day): void {
  if (birthday === null || (birthday >= EARLIEST_BIRTHDAY && birthday <= today)) return;
  const message = birthday > today ? 'must not lie in the future' : `must not be before ${EARLIEST_BIRTHDAY}`;
  throw new DomainError('customers.birthday-invalid', 'invalid', `The birthday ${message}.`, {
    errors: [{ pointer: '/birthday', message }],
  });
}

/**
 * The attributes after a change.
 *
 * @throws DomainError `customers.attributes-invalid` (invalid) when a key is empty or oversized, or all of them are more
 *   than the customer may hold
 */
export function mergeAttributes(attributes: Attributes, change: Attributes): Attributes {
  const merged = Object.fromEntries(Object.entries({ ...attributes, ...change }).filter(([, value]) => value !== null));
  const keys = Object.keys(merged);
  const bad = keys.find(
    (key) => key.trim() === '' || key.length > MAX_KEY_LENGTH || key.includes('\0') || !key.isWellFormed(),
  );
  if (bad !== undefined) throw attributesInvalid(`must have keys of 1 to ${MAX_KEY_LENGTH} characters`);
  if (keys.length > MAX_ATTRIBUTES) throw attributesInvalid(`must have at most ${MAX_ATTRIBUTES} keys`);
  if (JSON.stringify(merged).length > MAX_BYTES)
    throw attributesInvalid(`must be at most ${MAX_BYTES} characters of JSON`);
  return merged;
}

/** The fields that differ, before and after: what goes on record. */
export function differences<Fields extends object>(
  before: Fields,
  after: Fields,
): { before: Partial<Fields>; after: Partial<Fields> } | null {
  const changed = (Object.keys(after) as (keyof Fields)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (changed.length === 0) return null;
  const only = (fields: Fields) => Object.fromEntries(changed.map((key) => [key, fields[key]])) as Partial<Fields>;
  return { before: only(before), after: only(after) };
}

function attributesInvalid(message: string): DomainError {
  return new DomainError('customers.attributes-invalid', 'invalid', `The attributes ${message}.`, {
    errors: [{ pointer: '/attributes', message }],
  });
}
