import type { RowFault } from './faults';
import { fieldReader, isFault, type FieldReader } from './fields';
import type { Identity, ImportKind, ImportRow } from './kinds';
import { columnsOf, type CellSource, type RowCondition, type SettledMapping } from './mapping';
import { readAmount, AMOUNT_SCALE } from './numbers';
import { fieldOf } from './read-mapping';

type CellText = (cells: string[], row: number) => string;

interface FieldColumn {
  field: string;
  column: string;
  isRequired: boolean;
  text: CellText;
  read: FieldReader;
}

/** A mapping made ready for one file: columns are positions, texts are read by the rules of their field. */
export class RowReader {
  private readonly fields: FieldColumn[];
  private readonly identities: { type: string; text: CellText }[];
  private readonly conditions: ((cells: string[]) => boolean)[];
  private readonly key: { text: CellText; positions: number[] } | null;

  /**
   * @param columns titles of the file's columns; the mapping was checked against them
   */
  constructor(kind: ImportKind, mapping: SettledMapping, columns: string[]) {
    const text = (source: CellSource) => cellText(source, columns);
    this.fields = Object.entries(mapping.columns).map(([name, source]) => {
      const field = fieldOf(kind, name)!;
      const column = columnsOf(source).join('+') || name;
      const read = fieldReader(field, { name, column }, mapping);
      return { field: name, column, isRequired: field.required ?? false, text: text(source), read };
    });
    this.identities = mapping.identities.map(({ type, from }) => ({ type, text: text(from) }));
    this.conditions = (mapping.skipRows ?? []).map((condition) => matcher(condition, columns, mapping));
    const keySource = kind.keyField === null ? undefined : mapping.columns[kind.keyField];
    this.key = keySource === undefined ? null : { text: text(keySource), positions: positionsOf(keySource, columns) };
  }

  /** Whether the mapping wants this row passed over. */
  skips(cells: string[]): boolean {
    return this.conditions.some((matches) => matches(cells));
  }

  /** The text that rows of one record share; null when the row stands for itself or lacks it. */
  keyOf(cells: string[], row: number): string | null {
    return this.key?.text(cells, row) || null;
  }

  /**
   * The records to which a row with the wrong number of cells may belong. If it has some cells too many, the ones of the
   * key may have been pushed to the right by up to as many; if too few, to the left. All of these records are spoiled,
   * because it is not known which of them lacks this row.
   */
  possibleKeysOf(cells: string[], row: number, width: number): string[] {
    if (!this.key || this.key.positions.length === 0) return [];
    const shift = cells.length - width;
    const keys = new Set<string>();
    for (let by = Math.min(0, shift); by <= Math.max(0, shift) && keys.size < MAX_POSSIBLE_KEYS; by += 1) {
      const shifted = cells.slice();
      for (const position of this.key.positions) shifted[position] = cells[position + by] ?? '';
      const key = this.key.text(shifted, row);
      if (key) keys.add(key);
    }
    return [...keys];
  }

  /** The values of a row by field, and what is wrong with it. Empty cells give no value. */
  read(cells: string[], row: number): { row: ImportRow; faults: RowFault[] } {
    const values: ImportRow['values'] = {};
    const faults: RowFault[] = [];
    for (const { field, column, isRequired, text, read } of this.fields) {
      const cell = text(cells, row);
      if (cell === '') {
        if (isRequired) faults.push({ code: 'required', field, column });
        continue;
      }
      const value = read(cell);
      if (isFault(value)) faults.push(value);
      else values[field] = value;
    }
    return { row: { row, values }, faults };
  }

  /** The title of the column that gives a field, for faults. */
  columnOf(field: string | undefined): string | undefined {
    return this.fields.find((column) => column.field === field)?.column ?? field;
  }

  /** One entry per identity of the mapping; undefined where the row's cell is empty. */
  identitiesOf(cells: string[], row: number): (Identity | undefined)[] {
    return this.identities.map(({ type, text }) => {
      const value = text(cells, row);
      return value === '' ? undefined : { type, value };
    });
  }
}

const MAX_POSSIBLE_KEYS = 50;

function positionsOf(source: CellSource, columns: string[]): number[] {
  return columnsOf(source).map((column) => columns.indexOf(column));
}

/** Several columns give a text only if each of them has one. */
function cellText(source: CellSource, columns: string[]): CellText {
  if (typeof source === 'object' && 'value' in source) return () => source.value;
  if (typeof source === 'object' && 'rowNumber' in source) return (_, row) => String(row);
  const positions = positionsOf(source, columns);
  const [only] = positions;
  if (positions.length === 1) return (cells) => (cells[only!] ?? '').trim();
  const join = typeof source === 'object' ? (source.join ?? '/') : '/';
  return (cells) => {
    const parts = positions.map((position) => (cells[position] ?? '').trim());
    return parts.includes('') ? '' : parts.join(join);
  };
}

function matcher(condition: RowCondition, columns: string[], mapping: SettledMapping): (cells: string[]) => boolean {
  const position = columns.indexOf(condition.column);
  const text = (cells: string[]) => (cells[position] ?? '').trim();
  if ('equals' in condition) return (cells) => text(cells) === condition.equals;
  if ('startsWith' in condition) return (cells) => text(cells).startsWith(condition.startsWith);
  if ('isEmpty' in condition) return (cells) => text(cells) === '';
  const limit = condition.atMost * 10 ** AMOUNT_SCALE;
  return (cells) => {
    const units = readAmount(text(cells), mapping.decimalMark ?? '.');
    return typeof units === 'number' && units <= limit;
  };
}
