/** What we use of pg-copy-streams, which brings no types. */
declare module 'pg-copy-streams' {
  export function from(text: string): import('node:stream').Writable & import('pg').Submittable & { rowCount: number };
}
