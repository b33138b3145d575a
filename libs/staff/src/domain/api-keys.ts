import { permissionsOf } from './roles';

/**
 * What a program may be trusted with. A key holds permission codes of its own, never those of a person: whatever an
 * administrator may do, except what takes a person (accounts, and the second pair of eyes on a correction); and a few things
 * that only programs do. Example: the shop's back end holds `members.issue-token`, vouches for the customer who is signed in
 * to the shop, and gets her a token; nobody in the console can do that.
 */
const PERSONS_ONLY = new Set(['staff.manage', 'points.approve']);
export const PROGRAMS_ONLY = ['members.issue-token'];

/** Every code that a key may hold. */
export const GRANTABLE: readonly string[] = [
  ...permissionsOf('administrator').filter((code) => !PERSONS_ONLY.has(code)),
  ...PROGRAMS_ONLY,
];

/** Those of the codes that no key may hold. */
export function ungrantable(codes: readonly string[]): string[] {
  return codes.filter((code) => !GRANTABLE.includes(code));
}
