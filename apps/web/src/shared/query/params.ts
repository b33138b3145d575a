/**
 * Filters in the URL: each filter says how it is read from the address and how it is written back. What an address
 * holds is never trusted: an unknown or broken value reads as "not filtered". A filter at rest is left out of the
 * address, so a shared link says only what was chosen.
 *
 * Example: with { q: textParam(), role: choiceParam(['analyst']) } the address ?q=lin&role=boss reads as
 * { q: 'lin', role: '' } and { q: '', role: 'analyst' } writes ?role=analyst.
 */
export interface Param<T> {
  parse(raw: string | undefined): T;
  format(value: T): string | undefined;
  /** Typed letter by letter: written to the address after a pause. */
  debounced?: boolean;
}

export type Schema = Record<string, Param<unknown>>;
export type Values<S> = { [K in keyof S]: S[K] extends Param<infer T> ? T : never };

/** The address of vue-router: a name may come bare (null) or several times. */
export type RawQuery = Record<string, string | null | (string | null)[] | undefined>;

/** Free words; surrounding blanks do not count. */
export function textParam(): Param<string> {
  return {
    parse: (raw) => raw?.trim() ?? '',
    format: (value) => value.trim() || undefined,
    debounced: true,
  };
}

/** One of a fixed set, or '' for any. */
export function choiceParam<const V extends string>(values: readonly V[]): Param<V | ''> {
  return {
    parse: (raw) => values.find((value) => value === raw) ?? '',
    format: (value) => value || undefined,
  };
}

/** Several of a fixed set, written a,b,c in the set's own order so that one choice has one address. */
export function choicesParam<const V extends string>(values: readonly V[]): Param<V[]> {
  return {
    parse: (raw) => inOrder(values, raw?.split(',') ?? []),
    format: (chosen) => inOrder(values, chosen).join(',') || undefined,
  };
}

/** The order of a list: a field, '-field' for descending, or '' for the list's own order. */
export function sortParam<const V extends string>(fields: readonly V[]): Param<V | `-${V}` | ''> {
  return choiceParam([...fields, ...fields.map((field) => `-${field}` as const)]);
}

/** A whole number within bounds, or null for any. */
export function wholeParam(min = 0, max = Number.MAX_SAFE_INTEGER): Param<number | null> {
  const within = (value: number) => Number.isSafeInteger(value) && value >= min && value <= max;
  return {
    parse: (raw) => (raw && /^-?\d+$/.test(raw) && within(Number(raw)) ? Number(raw) : null),
    format: (value) => (value === null || !within(value) ? undefined : String(value)),
  };
}

/** Yes, or not asked. */
export function flagParam(): Param<boolean> {
  return { parse: (raw) => raw === '1', format: (value) => (value ? '1' : undefined) };
}

/** A calendar day, 2026-02-28, or '' for any; the 30th of February reads as any. */
export function dayParam(): Param<string> {
  return { parse: (raw) => (raw && isDay(raw) ? raw : ''), format: (value) => value || undefined };
}

export function parseQuery<S extends Schema>(schema: S, query: RawQuery): Values<S> {
  const entries = Object.entries(schema).map(([name, param]) => [name, param.parse(single(query[name]))]);
  return Object.fromEntries(entries) as Values<S>;
}

/** Every name of the schema; undefined removes it from the address. */
export function formatQuery<S extends Schema>(schema: S, values: Values<S>): Record<string, string | undefined> {
  const entries = Object.entries(schema).map(([name, param]) => [name, param.format(values[name] as never)]);
  return Object.fromEntries(entries);
}

export function single(raw: RawQuery[string]): string | undefined {
  return (Array.isArray(raw) ? raw[0] : raw) ?? undefined;
}

function inOrder<V extends string>(values: readonly V[], chosen: readonly string[]): V[] {
  return values.filter((value) => chosen.includes(value));
}

function isDay(raw: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(raw)) return false;
  const day = new Date(`${raw}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(raw);
}
