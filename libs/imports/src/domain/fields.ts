import { isDay } from '@siyu/kernel';
import { fieldFault, type RowFault } from './faults';
import { InstantReader, inKernelForm } from './instants';
import type { FieldValue, ImportField } from './kinds';
import type { ImportMapping } from './mapping';
import { readAmount, readWhole } from './numbers';

/**
 * From the text of a cell to the value of a field. The text comes trimmed and not empty.
 * A value, or the fault that names the column and the rule.
 */
export type FieldReader = (text: string) => FieldValue | RowFault;

export const DEFAULT_MAX_TEXT = 200;

export function isFault(value: FieldValue | RowFault): value is RowFault {
  return typeof value === 'object' && 'code' in value;
}

/**
 * @param name the field's name in the mapping
 * @param column how faults name the place: the column's title
 */
export function fieldReader(
  field: ImportField,
  { name, column }: { name: string; column: string },
  mapping: Pick<ImportMapping, 'dateOrder' | 'decimalMark'> & { timeZone: string },
): FieldReader {
  const fault = (code: string, text: string, params?: RowFault['params']) =>
    fieldFault(code, name, column, text, params);
  const order = mapping.dateOrder ?? 'ymd';
  const mark = mapping.decimalMark ?? '.';
  switch (field.type) {
    case 'text': {
      const max = field.max ?? DEFAULT_MAX_TEXT;
      return (text) => {
        if (text.length > max) return fault('too-long', text, { max });
        return text.includes('\0') || !text.isWellFormed() ? fault('not-storable', text) : text;
      };
    }
    case 'whole':
      return remembering((text) => asNumber(readWhole(text, mark), (code) => fault(code, text)));
    case 'amount':
      return remembering((text) => asNumber(readAmount(text, mark), (code) => fault(code, text)));
    case 'instant': {
      const reader = new InstantReader(mapping.timeZone, order);
      return remembering((text) => reader.read(text) ?? fault('not-a-date', text));
    }
    case 'day':
      return (text) => dayIn(text, order) ?? fault('not-a-date', text);
    case 'choice': {
      const values = valuesByWord(field);
      const choices = Object.keys(field.words ?? {}).join(', ');
      return (text) => values.get(text.toLowerCase()) ?? fault('not-a-choice', text, { choices });
    }
  }
}

const REMEMBERED = 20_000;

/** Files repeat their texts: dates of orders, prices, quantities. */
function remembering(read: FieldReader): FieldReader {
  const known = new Map<string, FieldValue | RowFault>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size >= REMEMBERED) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

function asNumber(read: number | string, fault: (code: string) => RowFault): number | RowFault {
  return typeof read === 'number' ? read : fault(read);
}

function dayIn(text: string, order: ImportMapping['dateOrder'] & string): string | null {
  const [year, month, day] = inKernelForm(text, order).split(/[-/ T]/);
  const padded = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isDay(padded) && padded >= '1900-01-01' && padded <= '2199-12-31' ? padded : null;
}

function valuesByWord({ words = {} }: ImportField): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([value, others]) => [value, ...others].map((word) => [word.toLowerCase(), value])),
  );
}
