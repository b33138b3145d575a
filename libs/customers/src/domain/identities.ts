import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { DomainError, type FieldFault } from '@siyu/kernel';

/*
 * An identity is a name by which some channel knows a customer: a phone number, a WeChat unionid, a card. Each (type,
 * value) leads to one customer in the whole system, so every value is brought into one spelling before it is looked up.
 *
 * Example: `{ type: 'phone', value: '138 0013-8000' }` becomes `{ type: 'phone', value: '+8613800138000' }`; a shop's own
 * customer number keeps its spelling under a type of its own, `{ type: 'online_retail_id', value: '17850' }`, so that the
 * numbers of two shops never meet.
 */
export interface Identity {
  type: string;
  value: string;
}

/** Known types, the most trusted first: who leads when the identities of one order belong to different customers. */
export const IDENTITY_TYPES = [
  'unionid',
  'phone',
  'member_no',
  'card_no',
  'external_userid',
  'openid',
  'email',
  'marketplace_id',
] as const;

export const MAX_IDENTITY_LENGTH = 200;
/** Country whose national numbers need no prefix. */
const HOME_REGION = 'CN';

const TYPE = /^[a-z][a-z0-9_]{1,39}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/;
const CONTROL = /\p{Cc}/u;

/** Place of a type in the order of trust; 0 is trusted most, types that a shop made up come last. */
export function rankOf(type: string): number {
  const rank = (IDENTITY_TYPES as readonly string[]).indexOf(type);
  return rank < 0 ? IDENTITY_TYPES.length : rank;
}

/** The identity as one text, for maps. No type or value holds a line break. */
export function identityKey(identity: Identity): string {
  return `${identity.type}\n${identity.value}`;
}

/**
 * The one spelling of an identity.
 *
 * @param pointer where the identity stands in the request, for the fault
 * @throws DomainError `customers.identity-invalid` (invalid) for an unknown form of type, an impossible phone number, a
 *   text that is no e-mail address, an empty or oversized value
 */
export function normaliseIdentity(identity: Identity, pointer = ''): Identity {
  const { type } = identity;
  if (typeof type !== 'string' || !TYPE.test(type)) {
    throw invalid({ pointer: `${pointer}/type`, message: `must match ${TYPE.source}` });
  }
  const text = typeof identity.value === 'string' ? identity.value.trim().normalize('NFC') : '';
  const fault = (message: string) => invalid({ pointer: `${pointer}/value`, message }, type);
  if (text === '') throw fault('must not be empty');
  if (text.length > MAX_IDENTITY_LENGTH) throw fault(`must have at most ${MAX_IDENTITY_LENGTH} characters`);
  if (CONTROL.test(text) || !text.isWellFormed()) throw fault('must be well-formed text on one line');
  if (type === 'phone') return { type, value: toE164(text) ?? refuse(fault('must be a possible phone number')) };
  if (type === 'email') return { type, value: toEmail(text) ?? refuse(fault('must be an e-mail address')) };
  return { type, value: text };
}

/**
 * The identities of one customer in their one spelling, each once.
 *
 * @throws DomainError `customers.identity-invalid` (invalid) for the first faulty one
 */
export function normaliseIdentities(identities: readonly Identity[], pointer = '/identities'): Identity[] {
  const normalised = identities.map((identity, index) => normaliseIdentity(identity, `${pointer}/${index}`));
  return [...new Map(normalised.map((identity) => [identityKey(identity), identity])).values()];
}

/**
 * A phone number in E.164 (`+8613800138000`), read as a Chinese one when it has no country prefix; null when no such number
 * can exist. A number with an extension is refused: it belongs to a switchboard, where strangers would become one customer.
 */
export function toE164(text: string): string | null {
  // A number found within other words would make one customer of two numbers in one field.
  const number = parsePhoneNumberFromString(text, { defaultCountry: HOME_REGION, extract: false });
  return number?.isPossible() && !number.ext ? number.number : null;
}

function toEmail(text: string): string | null {
  const email = text.normalize('NFKC').toLowerCase();
  return EMAIL.test(email) ? email : null;
}

function invalid(fault: FieldFault, type?: string): DomainError {
  return new DomainError(
    'customers.identity-invalid',
    'invalid',
    `The identity is not valid: ${fault.pointer} ${fault.message}.`,
    {
      errors: [fault],
      ...(type ? { extra: { type } } : {}),
    },
  );
}

function refuse(error: DomainError): never {
  throw error;
}
