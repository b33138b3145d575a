import { readAmount, type DecimalMark } from './numbers';
import { inKernelForm, type DateOrder } from './instants';
import type { FieldType, IdentityField, ImportField, ImportKind } from './kinds';
import type { ImportMapping } from './mapping';
import { isDay } from '@siyu/kernel';

/**
 * A first mapping for a file nobody has described yet: titles are compared with the synonyms of each field, values with
 * the field's type, and each column is given to the field it fits best. The guess is a draft for people to correct.
 *
 * Worked example: the columns `订单号, 下单时间, 手机号, 实付金额` become externalId, placedAt, the identity `phone` and total.
 */
export interface GuessedMapping {
  mapping: ImportMapping;
  /** Required fields that no column seems to hold. */
  missing: string[];
}

interface Candidate {
  column: string;
  score: number;
  give: (mapping: ImportMapping) => void;
  /** What can be given only once. */
  target: string;
}

const ENOUGH = 0.5;

/**
 * @param columns titles of the file
 * @param rows some rows of it
 */
export function guessMapping(kind: ImportKind, columns: string[], rows: string[][]): GuessedMapping {
  const mapping: ImportMapping = { source: 'import', columns: {}, identities: [] };
  const samples = new Map(columns.map((column, index) => [column, sampleOf(rows, index)]));
  const candidates = [...samples].flatMap(([column, values]) => [
    ...kind.fields.flatMap((field) => fieldCandidate(field, column, values)),
    ...kind.identities.known.flatMap((identity) => identityCandidate(identity, column, values)),
  ]);
  const taken = new Set<string>();
  for (const { column, target, give } of candidates.sort((a, b) => b.score - a.score)) {
    if (taken.has(column) || taken.has(target)) continue;
    taken.add(column).add(target);
    give(mapping);
  }
  const order = guessDateOrder(valuesOf(mapping, kind, samples, ['instant', 'day']));
  if (order !== 'ymd') mapping.dateOrder = order;
  const mark = guessDecimalMark(valuesOf(mapping, kind, samples, ['amount', 'whole']));
  if (mark !== '.') mapping.decimalMark = mark;
  const missing = kind.fields.filter(({ name, required }) => required && !(name in mapping.columns));
  return { mapping, missing: missing.map(({ name }) => name) };
}

function sampleOf(rows: string[][], index: number): string[] {
  return rows.map((cells) => (cells[index] ?? '').trim()).filter((text) => text !== '');
}

function fieldCandidate(field: ImportField, column: string, values: string[]): Candidate[] {
  const score = titleScore(column, field.synonyms) * (values.length === 0 || looksLike(field.type, values) ? 1 : 0.4);
  if (score < ENOUGH || field.name.endsWith('.*')) return [];
  return [{ column, score, target: field.name, give: (mapping) => void (mapping.columns[field.name] = column) }];
}

function identityCandidate(identity: IdentityField, column: string, values: string[]): Candidate[] {
  const fits = identity.pattern !== undefined && share(values, (value) => identity.pattern!.test(value)) >= 0.8;
  const byTitle = titleScore(column, identity.synonyms);
  // A column that looks like phones is one, whatever its title; a title alone does not make phones of names.
  const score =
    identity.pattern === undefined ? byTitle : fits ? Math.max(byTitle, 0.7) : values.length === 0 ? byTitle : 0;
  if (score < ENOUGH) return [];
  return [
    {
      column,
      score: score + 0.01,
      target: `identity ${identity.type}`,
      give: (mapping) => void mapping.identities.push({ type: identity.type, from: column }),
    },
  ];
}

/** 1 for the same title, 0.6 for one that contains the other; spaces, case and punctuation do not count. */
function titleScore(column: string, synonyms: string[]): number {
  const title = plain(column);
  if (title === '') return 0;
  return Math.max(
    0,
    ...synonyms.map((synonym) => {
      const known = plain(synonym);
      if (title === known) return 1;
      const [long, short] = title.length > known.length ? [title, known] : [known, title];
      return short.length >= 2 && long.includes(short) ? 0.5 + (0.3 * short.length) / long.length : 0;
    }),
  );
}

function plain(title: string): string {
  return title.toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '');
}

function looksLike(type: FieldType, values: string[]): boolean {
  switch (type) {
    case 'amount':
    case 'whole':
      return share(values, (text) => isNumber(text, '.') || isNumber(text, ',')) >= 0.8;
    case 'instant':
    case 'day':
      return share(values, (text) => (['ymd', 'dmy', 'mdy'] as const).some((order) => isDate(text, order))) >= 0.8;
    default:
      return true;
  }
}

function share(values: string[], test: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

function isNumber(text: string, mark: DecimalMark): boolean {
  return typeof readAmount(text, mark) === 'number';
}

function isDate(text: string, order: DateOrder): boolean {
  const [year, month, day] = inKernelForm(text, order).split(/[-/ T]/);
  return isDay(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
}

function valuesOf(
  mapping: ImportMapping,
  kind: ImportKind,
  samples: Map<string, string[]>,
  types: FieldType[],
): string[] {
  const fields = kind.fields.filter(({ name, type }) => types.includes(type) && name in mapping.columns);
  return fields.flatMap(({ name }) => samples.get(mapping.columns[name] as string) ?? []);
}

/** The order in which the most dates exist; day first where nothing speaks against it, as in most of the world. */
function guessDateOrder(values: string[]): DateOrder {
  const orders = ['ymd', 'dmy', 'mdy'] as const;
  const counts = orders.map((order) => values.filter((text) => isDate(text, order)).length);
  return orders[counts.indexOf(Math.max(...counts))]!;
}

function guessDecimalMark(values: string[]): DecimalMark {
  const asPoint = values.filter((text) => isNumber(text, '.')).length;
  return values.filter((text) => isNumber(text, ',')).length > asPoint ? ',' : '.';
}
