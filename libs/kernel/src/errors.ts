/** What went wrong, seen from the caller. The HTTP number of a kind exists in one place only: the problem filter. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'refused'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'unavailable';

/** One fault of a request: where (a JSON pointer such as `/orders/3/placedAt`) and what rule it breaks. */
export interface FieldFault {
  pointer: string;
  message: string;
}

export interface DomainErrorOptions {
  /** Facts for programs, next to the sentence for people. Never personal data. */
  extra?: Record<string, unknown>;
  errors?: FieldFault[];
  cause?: unknown;
}

/**
 * The only error that the house throws on purpose.
 * `code` is stable and has the form `<lib>.<what>` (`points.insufficient`); `detail` is one plain English sentence.
 */
export class DomainError extends Error {
  readonly extra?: Record<string, unknown>;
  readonly errors?: FieldFault[];

  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly detail: string,
    options: DomainErrorOptions = {},
  ) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.name = 'DomainError';
    this.extra = options.extra;
    this.errors = options.errors;
  }
}
