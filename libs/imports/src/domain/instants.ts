import { parseInstant } from '@siyu/kernel';

/**
 * Dates as shops write them. What the kernel reads (`2026-01-02 08:05`, `2026/1/2`, ISO 8601 with zone) is taken as it
 * stands; the rest is put into that form first: `20260102`, `2026年1月2日`, and, if the mapping says which number is the
 * day, `02/01/2026` or `2.1.26`. A time without a zone is a wall-clock time of the mapping's zone.
 */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日\s*(.*)$/;
const DAY_OR_MONTH_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[ T]+(.*))?$/;
/** Years of two digits are of this century: no shop's file reaches further back. */
const CENTURY = 2000;

/** Reads the date texts of one file. */
export class InstantReader {
  constructor(
    private readonly timeZone: string,
    private readonly order: DateOrder,
  ) {}

  /** @returns the instant, or null when the text is no date */
  read(text: string): Date | null {
    const at = parseInstant(inKernelForm(text, this.order), this.timeZone);
    const year = at?.getUTCFullYear() ?? 0;
    return year >= 1900 && year <= 2199 ? at : null;
  }
}

/** Puts a date text into the form `y-m-d time`; texts in other forms are returned as they are. */
export function inKernelForm(text: string, order: DateOrder): string {
  const compact = COMPACT.exec(text) ?? CHINESE.exec(text);
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]} ${compact[4] ?? ''}`.trim();
  const other = order === 'ymd' ? null : DAY_OR_MONTH_FIRST.exec(text);
  if (!other) return text;
  const [, first, second, year, time = ''] = other;
  const [month, day] = order === 'dmy' ? [second, first] : [first, second];
  return `${year!.length === 2 ? CENTURY + Number(year) : year}-${month}-${day} ${time}`.trim();
}
