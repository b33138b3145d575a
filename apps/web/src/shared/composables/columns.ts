/** Which columns of a table are drawn. What a person chose is kept as the keys they changed away from the default. */
export interface Column<Row> {
  key: string;
  title: string;
  /** Numbers stand at the end, so that digits line up. */
  align?: 'start' | 'end';
  width?: string;
  /** Never hidden: the column that says what the row is. */
  required?: boolean;
  /** Shown only when asked for. */
  hidden?: boolean;
  /** Field that the server sorts by; the head of the column becomes a button. */
  sort?: string;
  /** What the cell says when the page gives no slot for it. */
  value?: (row: Row) => string | number | null | undefined;
}

type Shape = Pick<Column<never>, 'key' | 'required' | 'hidden'>;
export type ColumnChoice = Record<string, boolean>;

export function isShown(column: Shape, choice: ColumnChoice): boolean {
  return column.required === true || (choice[column.key] ?? !column.hidden);
}

/** The choice with one column switched; a column back at its default is forgotten, so later defaults reach it. */
export function switchColumn(column: Shape, choice: ColumnChoice): ColumnChoice {
  const shown = !isShown(column, choice);
  const { [column.key]: _before, ...others } = choice;
  return shown === !column.hidden ? others : { ...others, [column.key]: shown };
}

export function parseColumnChoice(saved: string | null): ColumnChoice {
  try {
    const value: unknown = JSON.parse(saved ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, shown]) => typeof shown === 'boolean')) as ColumnChoice;
  } catch {
    return {};
  }
}

/**
 * The order after a click on a column's head: '-field' is descending. Numbers and moments start with the largest, words
 * with the first letter; the third click goes back to the list's own order ('').
 */
export function nextSort(current: string, field: string, largestFirst: boolean): string {
  const [first, second] = largestFirst ? [`-${field}`, field] : [field, `-${field}`];
  if (current === first) return second;
  return current === second ? '' : first;
}

export function sortDirection(current: string, field: string | undefined): 'ascending' | 'descending' | undefined {
  if (!field || current.replace('-', '') !== field) return undefined;
  return current.startsWith('-') ? 'descending' : 'ascending';
}
