/**
 * The server words the rule that a field breaks in English ("must have at least 10 characters"). Its sentences are few
 * and fixed, so the screen says them in its own language; one that is new here is shown as it came.
 * Example: 'must be at most 50' -> { key: 'atMost', values: { limit: '50' } }.
 */
const SENTENCES: [RegExp, string][] = [
  [/^must not be empty$/, 'empty'],
  [/^must be text$/, 'text'],
  [/^must have at least (?<limit>\d+) characters$/, 'tooShort'],
  [/^must have at most (?<limit>\d+) characters$/, 'tooLong'],
  [/^must be a whole number$/, 'whole'],
  [/^must be a number$/, 'number'],
  [/^must be at least (?<limit>-?[\d.]+)$/, 'atLeast'],
  [/^must be at most (?<limit>-?[\d.]+)$/, 'atMost'],
  [/^must be one of (?<choices>.+)$/, 'choice'],
  [/^must be true or false$/, 'flag'],
  [/^must be a day\b/, 'day'],
  [/^must be a time\b/, 'time'],
  [/^must be an? (valid )?e-?mail( address)?$/, 'email'],
  [/^must not be the e-mail$/, 'notTheEmail'],
  [/^is wrong$/, 'wrong'],
  [/^has an account already$/, 'emailTaken'],
  [/^is one of those that are tried first\b/, 'guessable'],
  [/^must have at least (?<limit>\d+) entries$/, 'tooFew'],
  [/^must have at most (?<limit>\d+) entries$/, 'tooMany'],
];

export function readFieldMessage(message: string): { key: string; values: Record<string, string> } | null {
  for (const [pattern, key] of SENTENCES) {
    const match = pattern.exec(message);
    if (match) return { key, values: { ...match.groups } };
  }
  return null;
}
