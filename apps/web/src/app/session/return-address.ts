/** Where to go after signing in: the page that was asked for, if it is one of ours; `//elsewhere.example` is not. */
export function returnAddress(asked: unknown): string {
  return typeof asked === 'string' && /^\/(?![/\\])/.test(asked) ? asked : '/';
}
