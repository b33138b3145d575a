import { DomainError, isDay, parseInstant } from '@siyu/kernel';

/*
 * The list of customers is narrowed by conditions on named fields, `field:operator:value`, all of which must hold, and put
 * in order by one field. Which fields there are is said by a catalogue; what is not in it is refused by name, so nothing
 * that a caller writes becomes a name in SQL.
 *
 * Example: `orders.netCents:gte:10000` keeps customers who spent 100.00 or more, `rfm.segment:in:champions,loyal` those of
 * two segments, `orders.lastPaidAt:empty:true` those who never paid; `-orders.netCents` puts the best first.
 */
export type FieldType = 'text' | 'number' | 'instant' | 'day' | 'choice';

export const OPERATORS = {
  text: ['eq', 'in', 'empty'],
  choice: ['eq', 'in', 'empty'],
  number: ['eq', 'gt', 'gte', 'lt', 'lte', 'empty'],
  instant: ['gt', 'gte', 'lt', 'lte', 'empty'],
  day: ['eq', 'gt', 'gte', 'lt', 'lte', 'empty'],
} as const satisfies Record<FieldType, readonly string[]>;

export type Operator = (typeof OPERATORS)[FieldType][number];

export interface Field {
  /** `orders.netCents`; without a point for the customer's own. */
  name: string;
  type: FieldType;
}

export interface Condition<Named extends Field> {
  field: Named;
  operator: Operator;
  /** What the field is compared with: one text, or several for `in`. Numbers are plain decimals, instants and days ISO 8601. */
  values: string[];
}

export interface Order<Named extends Field> {
  field: Named;
  descending: boolean;
}

const MAX_VALUES = 100;
const MAX_VALUE_LENGTH = 200;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,9})?$/;

/**
 * @param pointer where the filter stands in the request
 * @param timeZone zone of times that are given without one
 * @throws DomainError `customers.filter-invalid` (invalid)
 */
export function parseCondition<Named extends Field>(
  text: string,
  fields: ReadonlyMap<string, Named>,
  timeZone: string,
  pointer = '/filter/0',
): Condition<Named> {
  const [, name, operator, value] = /^([^:]*):([^:]*):(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw filterInvalid(pointer, 'must have the form field:operator:value');
  const field = fields.get(name);
  if (!field) throw filterInvalid(pointer, 'names no field of this list');
  if (!isOperator(field.type, operator!)) {
    throw filterInvalid(pointer, `must have one of the operators ${OPERATORS[field.type].join(', ')} with this field`);
  }
  const values = operator === 'in' ? value!.split(',') : [value!];
  if (values.length > MAX_VALUES) throw filterInvalid(pointer, `must have at most ${MAX_VALUES} values`);
  return {
    field,
    operator,
    values: values.map((one) => parseValue(one.trim(), field.type, operator, timeZone, pointer)),
  };
}

/** @throws DomainError `customers.sort-invalid` (invalid) for a field that is unknown or has no order */
export function parseOrder<Named extends Field>(text: string, fields: ReadonlyMap<string, Named>): Order<Named> {
  const descending = text.startsWith('-');
  const field = fields.get(descending ? text.slice(1) : text);
  if (!field || !isSortable(field)) {
    const message = 'must be a number or a time among the fields of this list, with - in front for descending order';
    throw new DomainError('customers.sort-invalid', 'invalid', `The order ${message}.`, {
      errors: [{ pointer: '/sort', message }],
    });
  }
  return { field, descending };
}

/** Numbers, times and days have an order that everybody agrees on; names of people don't. */
export function isSortable({ type }: Field): boolean {
  return type === 'number' || type === 'instant' || type === 'day';
}

function isOperator(type: FieldType, operator: string): operator is Operator {
  return (OPERATORS[type] as readonly string[]).includes(operator);
}

function parseValue(text: string, type: FieldType, operator: Operator, timeZone: string, pointer: string): string {
  if (operator === 'empty') {
    if (text !== 'true' && text !== 'false')
      throw filterInvalid(pointer, 'must be true or false with the operator empty');
    return text;
  }
  if (type === 'number') {
    if (!NUMBER.test(text)) throw filterInvalid(pointer, 'must compare with a plain number');
    return text;
  }
  if (type === 'day') {
    if (!isDay(text)) throw filterInvalid(pointer, 'must compare with a day, like 2026-11-22');
    return text;
  }
  if (type === 'instant') {
    const at = parseInstant(text, timeZone);
    if (!at || at.getUTCFullYear() < 1 || at.getUTCFullYear() > 9999)
      throw filterInvalid(pointer, 'must compare with a day or a time (ISO 8601)');
    return at.toISOString();
  }
  const isKeepable = text.length <= MAX_VALUE_LENGTH && text.isWellFormed() && !text.includes('\0');
  if (text === '' || !isKeepable)
    throw filterInvalid(pointer, `must compare with 1 to ${MAX_VALUE_LENGTH} characters of text`);
  return text;
}

function filterInvalid(pointer: string, message: string): DomainError {
  return new DomainError('customers.filter-invalid', 'invalid', `${pointer} ${message}.`, {
    errors: [{ pointer, message }],
  });
}
