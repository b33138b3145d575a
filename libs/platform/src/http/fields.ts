import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isDay, isId, parseInstant } from '@siyu/kernel';

/**
 * One decorator per field of the wire: what is checked and what the OpenAPI document says are written once.
 * Every field is required and not null unless it says otherwise.
 */
export interface FieldOptions {
  /** The key may be left out. */
  optional?: boolean;
  /** The value may be null. */
  nullable?: boolean;
  description?: string;
  example?: unknown;
}

type Kind = new () => object;

function field(options: FieldOptions, schema: ApiPropertyOptions, ...rules: PropertyDecorator[]): PropertyDecorator {
  const presence: PropertyDecorator[] = [];
  if (options.optional && options.nullable) presence.push(IsOptional());
  else if (options.optional) presence.push(ValidateIf((_, value) => value !== undefined));
  else if (options.nullable) presence.push(ValidateIf((_, value) => value !== null));
  const documented = {
    ...schema,
    required: !options.optional,
    ...(options.nullable ? { nullable: true } : {}),
    ...(options.description ? { description: options.description } : {}),
    ...(options.example !== undefined ? { example: options.example } : {}),
  } as ApiPropertyOptions;
  return applyDecorators(...presence, ...rules, ApiProperty(documented));
}

const check = (name: string, test: (value: unknown) => boolean, message: string) =>
  ValidateBy({ name, validator: { validate: test, defaultMessage: () => message } });

/**
 * The rules of a field as one: its first fault as a message, or null. One rule instead of four makes a third of the work of
 * validating a request.
 */
const faultless = (name: string, faultOf: (value: unknown) => string | null) =>
  ValidateBy({
    name,
    validator: {
      validate: (value: unknown) => faultOf(value) === null,
      defaultMessage: (about) => faultOf(about?.value) ?? '',
    },
  });

/** Letters of a text; those outside of Unicode's first plane count once. */
function lettersOf(text: string): number {
  return /[\uD800-\uDBFF]/.test(text) ? [...text].length : text.length;
}

function textFault(value: unknown, min: number, max: number, pattern: RegExp | undefined): string | null {
  if (typeof value !== 'string') return 'must be text';
  // PostgreSQL cannot store a NUL in text; a lone surrogate would be altered on its way there.
  if (value.includes('\0') || !value.isWellFormed()) return 'must be well-formed text without NUL characters';
  const length = lettersOf(value);
  if (length < min) return min === 1 ? 'must not be empty' : `must have at least ${min} characters`;
  if (length > max) return `must have at most ${max} characters`;
  return pattern && value.search(pattern) < 0 ? `must match ${pattern.source}` : null;
}

/** Text; white space at the ends is cut off before the length is checked. */
export function TextField(
  options: FieldOptions & { min?: number; max: number; pattern?: RegExp; format?: string; keepSpace?: boolean },
): PropertyDecorator {
  const { max, pattern } = options;
  const min = options.min ?? (options.optional || options.nullable ? 0 : 1);
  const rules: PropertyDecorator[] = [faultless('text', (value) => textFault(value, min, max, pattern))];
  if (!options.keepSpace) rules.push(Transform(({ value }) => (typeof value === 'string' ? value.trim() : value)));
  const schema: ApiPropertyOptions = { type: String, minLength: min, maxLength: max };
  if (pattern) schema.pattern = pattern.source;
  if (options.format) schema.format = options.format;
  return field(options, schema, ...rules);
}

/** A whole number. Bounds are inclusive. `query`: comes as text in a query string. */
export function WholeNumberField(
  options: FieldOptions & { min?: number; max?: number; query?: boolean } = {},
): PropertyDecorator {
  const min = options.min ?? Number.MIN_SAFE_INTEGER;
  const max = options.max ?? Number.MAX_SAFE_INTEGER;
  const faultOf = (value: unknown) => {
    if (!Number.isInteger(value)) return 'must be a whole number';
    if ((value as number) < min) return `must be at least ${min}`;
    return (value as number) > max ? `must be at most ${max}` : null;
  };
  const rules: PropertyDecorator[] = [faultless('wholeNumber', faultOf)];
  if (options.query)
    rules.push(
      Transform(({ value }) => (typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value)),
    );
  return field(options, { type: 'integer', format: 'int64', minimum: min, maximum: max }, ...rules);
}

/** A number that may have a fraction: for ratios and percentages, never for money or points. */
export function NumberField(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const rules: PropertyDecorator[] = [
    IsNumber({ allowNaN: false, allowInfinity: false }, { message: 'must be a number' }),
  ];
  const schema: ApiPropertyOptions = { type: Number };
  if (options.min !== undefined) rules.push(Min(options.min, { message: `must be at least ${options.min}` }));
  if (options.max !== undefined) rules.push(Max(options.max, { message: `must be at most ${options.max}` }));
  if (options.min !== undefined) schema.minimum = options.min;
  if (options.max !== undefined) schema.maximum = options.max;
  return field(options, schema, ...rules);
}

/** Money in the hundredth part of its currency's unit. Not negative unless `signed`. */
export function CentsField(options: FieldOptions & { signed?: boolean } = {}): PropertyDecorator {
  return WholeNumberField({ ...options, min: options.signed ? -1e15 : 0, max: 1e15 });
}

export function BooleanField(options: FieldOptions & { query?: boolean } = {}): PropertyDecorator {
  const rules: PropertyDecorator[] = [IsBoolean({ message: 'must be true or false' })];
  const words: Record<string, boolean> = { true: true, false: false };
  if (options.query) rules.push(Transform(({ value }) => words[String(value)] ?? value));
  return field(options, { type: Boolean }, ...rules);
}

/** An id as this house makes them (UUID). */
export function IdField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'uuid' }, check('id', isId, 'must be an id (UUID)'));
}

/** A time with its zone, ISO 8601 (`2026-11-22T08:00:00+08:00`); years 1900 to 2199. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  const isInstant = (value: unknown) =>
    typeof value === 'string' &&
    /^(19|20|21)\d\d-.*T.*(Z|[+-]\d\d:?\d\d)$/.test(value) &&
    parseInstant(value, 'UTC') !== null;
  return field(
    options,
    { type: String, format: 'date-time' },
    check('instant', isInstant, 'must be a time with its zone, like 2026-11-22T08:00:00+08:00'),
  );
}

/** A calendar day, `YYYY-MM-DD`. */
export function DayField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'date' }, check('day', isDay, 'must be a day, like 2026-11-22'));
}

export function ChoiceField(choices: readonly (string | number)[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { enum: [...choices] },
    IsIn([...choices], { message: `must be one of ${choices.join(', ')}` }),
  );
}

/** An object of another class. */
export function ObjectField(type: () => Kind, options: FieldOptions = {}): PropertyDecorator {
  const rules = [IsObject({ message: 'must be an object' }), ValidateNested(), Type(type)];
  // @nestjs/swagger takes a function for a lazy type only when its name is "type".
  return field(options, { type: () => type() }, ...rules);
}

/** A list of objects of another class. */
export function ListField(type: () => Kind, options: FieldOptions & { min?: number; max: number }): PropertyDecorator {
  const rules = [...listRules(options), ValidateNested({ each: true }), Type(type)];
  return field(options, { type: () => type(), isArray: true, ...listSchema(options) }, ...rules);
}

/**
 * A list whose entries the act checks one by one with `checkAgainst`, so that a bad entry does not refuse the others. The
 * request's own validation looks at the list only.
 */
export function SeparatelyCheckedListField(
  type: () => Kind,
  options: FieldOptions & { min?: number; max: number },
): PropertyDecorator {
  return field(options, { type: () => type(), isArray: true, ...listSchema(options) }, ...listRules(options));
}

/** A list of short texts. */
export function TextListField(
  options: FieldOptions & { min?: number; max: number; maxLength: number; choices?: readonly string[] },
): PropertyDecorator {
  const each = options.choices
    ? IsIn([...options.choices], { each: true, message: `each must be one of ${options.choices.join(', ')}` })
    : MaxLength(options.maxLength, {
        each: true,
        message: `each must be text of at most ${options.maxLength} characters`,
      });
  const items = options.choices
    ? { type: 'string', enum: [...options.choices] }
    : { type: 'string', maxLength: options.maxLength };
  return field(
    options,
    { type: 'array', items, ...listSchema(options) } as ApiPropertyOptions,
    ...listRules(options),
    each,
  );
}

/** A list of numbers. */
export function NumberListField(options: FieldOptions & { min?: number; max: number }): PropertyDecorator {
  const each = IsNumber({ allowNaN: false, allowInfinity: false }, { each: true, message: 'each must be a number' });
  return field(
    options,
    { type: 'array', items: { type: 'number' }, ...listSchema(options) } as ApiPropertyOptions,
    ...listRules(options),
    each,
  );
}

/** An object of free keys, such as custom attributes or UTM parameters; at most `maxBytes` as JSON. */
export function FreeFormField(options: FieldOptions & { maxBytes?: number } = {}): PropertyDecorator {
  const maxBytes = options.maxBytes ?? 16_384;
  const small = check(
    'small',
    (value) => {
      const text = JSON.stringify(value) ?? '';
      return text.length <= maxBytes && text.isWellFormed() && !text.includes('\\u0000');
    },
    `must be at most ${maxBytes} characters of JSON without NUL characters`,
  );
  const schema = { type: 'object', additionalProperties: true } as ApiPropertyOptions;
  return field(options, schema, IsObject({ message: 'must be an object' }), small);
}

function listRules(options: { min?: number; max: number }): PropertyDecorator[] {
  return [
    IsArray({ message: 'must be a list' }),
    ArrayMinSize(options.min ?? 0, { message: `must have at least ${options.min ?? 0} entries` }),
    ArrayMaxSize(options.max, { message: `must have at most ${options.max} entries` }),
  ];
}

function listSchema(options: { min?: number; max: number }): { minItems?: number; maxItems: number } {
  return { ...(options.min ? { minItems: options.min } : {}), maxItems: options.max };
}
