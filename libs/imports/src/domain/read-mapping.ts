import { isTimeZone, type FieldFault } from '@siyu/kernel';
import { DELIMITERS } from './delimiter';
import { DATE_ORDERS } from './instants';
import type { ImportField, ImportKind } from './kinds';
import { CURRENCY, escapePointer, IDENTITY_TYPE, SOURCE, type ImportMapping } from './mapping';
import { ENCODINGS } from './text';

type Check = (value: unknown) => string | null;

const MAX_NAME = 200;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_NAME;
const oneOf =
  (choices: readonly string[]): Check =>
  (value) =>
    choices.includes(value as string)
      ? null
      : `must be one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`;
const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? null : `must match ${pattern.source}`;
const isFlag: Check = (value) => (typeof value === 'boolean' ? null : 'must be true or false');

/** The scalar keys of a mapping. */
const SCALARS: Record<string, Check> = {
  source: matching(SOURCE),
  timeZone: (value) => (typeof value === 'string' && isTimeZone(value) ? null : 'is no known time zone'),
  currency: matching(CURRENCY),
  dateOrder: oneOf(DATE_ORDERS),
  decimalMark: oneOf(['.', ',']),
  encoding: oneOf(ENCODINGS),
  delimiter: oneOf(DELIMITERS),
  skipWithoutIdentity: isFlag,
  dropExactDuplicateRows: isFlag,
};
const STRUCTURES = ['columns', 'identities', 'skipRows', 'options'];

/**
 * Checks the JSON of a mapping against a kind, without the file: shape, field names, required fields, values.
 *
 * @returns the mapping, or every fault with its JSON pointer
 */
export function readMapping(raw: unknown, kind: ImportKind): { mapping: ImportMapping } | { faults: FieldFault[] } {
  if (!isRecord(raw)) return { faults: [{ pointer: '', message: 'must be a JSON object' }] };
  const faults: FieldFault[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const check = SCALARS[key];
    if (!check && !STRUCTURES.includes(key)) faults.push(at(key, 'is not a part of a mapping'));
    const message = check?.(value);
    if (message) faults.push(at(key, message));
  }
  if (raw.source === undefined) faults.push(at('source', 'is missing: the shop or system that the file is from'));
  faults.push(
    ...columnsFaults(raw.columns, kind),
    ...identitiesFaults(raw.identities, kind),
    ...skipFaults(raw.skipRows),
  );
  if (raw.options !== undefined && !isRecord(raw.options)) faults.push(at('options', 'must be an object'));
  if (faults.length > 0) return { faults };
  const mapping = { identities: [], ...raw } as unknown as ImportMapping;
  const inOptions = kind.checkOptions(mapping.options ?? {}, new Set(Object.keys(mapping.columns)));
  if (inOptions.length === 0) return { mapping };
  return { faults: inOptions.map(({ pointer, message }) => ({ pointer: `/options${pointer}`, message })) };
}

function at(key: string, message: string): FieldFault {
  return { pointer: `/${escapePointer(key)}`, message };
}

function columnsFaults(columns: unknown, kind: ImportKind): FieldFault[] {
  if (!isRecord(columns)) return [at('columns', 'must be an object of field names and columns')];
  const pointer = (field: string) => `/columns/${escapePointer(field)}`;
  const unknown = Object.keys(columns).filter((field) => !fieldOf(kind, field));
  const missing = kind.fields.filter(({ name, required }) => required && !(name in columns));
  return [
    ...unknown.map((field) => ({ pointer: pointer(field), message: `is not a field of ${kind.kind}` })),
    ...missing.map(({ name }) => ({ pointer: pointer(name), message: 'is missing; every record needs it' })),
    ...Object.entries(columns).flatMap(([field, source]) => sourceFaults(source, pointer(field))),
  ];
}

/** The field that a name in a mapping means; `attributes.city` is one of `attributes.*`. */
export function fieldOf(kind: Pick<ImportKind, 'fields'>, name: string): ImportField | undefined {
  if (name.endsWith('.*') || name.endsWith('.')) return undefined;
  const family = name.includes('.') ? `${name.slice(0, name.indexOf('.'))}.*` : name;
  return kind.fields.find((field) => field.name === family);
}

function sourceFaults(source: unknown, pointer: string): FieldFault[] {
  if (isName(source)) return [];
  const keys = isRecord(source) ? Object.keys(source).sort().join() : '';
  const { columns, join, value, rowNumber } = isRecord(source) ? source : {};
  const isList = Array.isArray(columns) && columns.length > 0 && columns.length <= 10 && columns.every(isName);
  const isJoin = join === undefined || (typeof join === 'string' && join.length <= 10);
  if ((keys === 'columns' || keys === 'columns,join') && isList && isJoin) return [];
  if (keys === 'value' && isName(value)) return [];
  if (keys === 'rowNumber' && rowNumber === true) return [];
  const forms = '{ "columns": [...], "join": "-" }, { "value": "…" } or { "rowNumber": true }';
  return [{ pointer, message: `must be the name of a column, ${forms}` }];
}

function identitiesFaults(identities: unknown, kind: ImportKind): FieldFault[] {
  if (identities === undefined && !kind.identities.required) return [];
  if (!Array.isArray(identities) || identities.length > 10) return [at('identities', 'must be a list of at most 10')];
  if (identities.length === 0 && kind.identities.required) {
    return [at('identities', 'must name at least one column that tells who the customer is')];
  }
  return identities.flatMap((identity: unknown, index) => {
    const pointer = `/identities/${index}`;
    if (!isRecord(identity)) return [{ pointer, message: 'must be an object of type and from' }];
    const extra = Object.keys(identity).filter((key) => key !== 'type' && key !== 'from');
    const type = matching(IDENTITY_TYPE)(identity.type);
    return [
      ...extra.map((key) => ({ pointer: `${pointer}/${escapePointer(key)}`, message: 'is not a part of an identity' })),
      ...(type ? [{ pointer: `${pointer}/type`, message: type }] : []),
      ...sourceFaults(identity.from, `${pointer}/from`),
    ];
  });
}

function skipFaults(skipRows: unknown): FieldFault[] {
  if (skipRows === undefined) return [];
  if (!Array.isArray(skipRows) || skipRows.length > 20)
    return [at('skipRows', 'must be a list of at most 20 conditions')];
  return skipRows.flatMap((condition: unknown, index) => {
    const { column, ...test } = isRecord(condition) ? condition : {};
    const [[key, value] = [], ...more] = Object.entries(test);
    const isTest =
      ((key === 'equals' || key === 'startsWith') && isName(value)) ||
      (key === 'atMost' && Number.isFinite(value)) ||
      (key === 'isEmpty' && value === true);
    if (isName(column) && isTest && more.length === 0) return [];
    return [
      { pointer: `/skipRows/${index}`, message: 'must have a column and one of equals, startsWith, atMost, isEmpty' },
    ];
  });
}
