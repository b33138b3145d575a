import type { Identity } from './identities';

/*
 * Phone numbers and e-mail addresses are shown with their middle covered, enough to recognise and too little to use.
 *
 * Example: `+8613800138000` is shown as `138****8000`, `zhangwei@example.com` as `z***@example.com`.
 */
export interface ShownIdentity extends Identity {
  /** Whether `value` is covered. */
  masked: boolean;
}

const CHINESE_MOBILE = /^\+86(1\d{2})\d{4}(\d{4})$/;

/** The identity as everybody who may read customers sees it. */
export function maskIdentity({ type, value }: Identity): ShownIdentity {
  if (type === 'phone') return { type, value: maskPhone(value), masked: true };
  if (type === 'email')
    return { type, value: `${[...value][0]}***${value.slice(value.lastIndexOf('@'))}`, masked: true };
  return { type, value, masked: false };
}

function maskPhone(e164: string): string {
  const mobile = CHINESE_MOBILE.exec(e164);
  if (mobile) return `${mobile[1]}****${mobile[2]}`;
  // A short number would be laid bare by four digits at its end.
  const shown = e164.length >= 11 ? 4 : 2;
  return `${e164.slice(0, 3)}****${e164.slice(-shown)}`;
}
