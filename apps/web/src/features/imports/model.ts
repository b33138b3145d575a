import type { components } from '@siyu/api-client';

export type Import = components['schemas']['ImportView'];
export type ImportDetail = components['schemas']['ImportDetail'];
export type ImportKind = components['schemas']['ImportKindView'];
export type Inspection = components['schemas']['InspectionView'];

export const importsPermissions = { read: 'imports.read', run: 'imports.run' } as const;

/** A mapping as the API takes it; what this screen does not know of is carried along untouched. */
export interface Mapping {
  source?: string;
  columns: Record<string, CellSource>;
  identities: { type: string; from: CellSource }[];
  timeZone?: string;
  currency?: string;
  skipWithoutIdentity?: boolean;
  dropExactDuplicateRows?: boolean;
  options?: Record<string, unknown>;
  [other: string]: unknown;
}

/** A column; several columns joined; a fixed text; or the row's number. */
export type CellSource = string | { columns: string[]; join?: string } | { value: string } | { rowNumber: true };

/** What a column of the file is used for: '' for nothing, `field:sku`, `identity:phone`. */
export type Target = '' | `field:${string}` | `identity:${string}`;

export function targetOf(mapping: Mapping, column: string): Target {
  const field = Object.entries(mapping.columns).find(([, source]) => source === column);
  if (field) return `field:${field[0]}`;
  const identity = mapping.identities.find(({ from }) => from === column);
  return identity ? `identity:${identity.type}` : '';
}

/**
 * The mapping with one column put to another use. A field has one source, so the column that held it before is free again.
 *
 * Example: with `{ columns: { total: 'Paid' } }`, setting column `Sum` to `field:total` leaves `Paid` unused.
 */
export function withTarget(mapping: Mapping, column: string, target: Target): Mapping {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([, source]) => source !== column));
  const identities = mapping.identities.filter(({ from }) => from !== column);
  const name = target.slice(target.indexOf(':') + 1);
  if (target.startsWith('field:')) return { ...mapping, identities, columns: { ...columns, [name]: column } };
  if (target.startsWith('identity:')) {
    return {
      ...mapping,
      columns,
      identities: [...identities.filter(({ type }) => type !== name), { type: name, from: column }],
    };
  }
  return { ...mapping, columns, identities };
}

/** Sources that are more than one plain column, in words: `customer_id + date`. They are edited as JSON. */
export function composedSources(mapping: Mapping): { field: string; from: string }[] {
  return Object.entries(mapping.columns).flatMap(([field, source]) => {
    if (typeof source === 'string') return [];
    if ('columns' in source) return [{ field, from: source.columns.join(' + ') }];
    return [{ field, from: 'value' in source ? `“${source.value}”` : '#' }];
  });
}

/** Required fields, and the identity, that no column gives yet. */
export function missingOf(mapping: Mapping, kind: ImportKind): string[] {
  const missing = kind.fields
    .filter(({ name, required }) => required && !(name in mapping.columns))
    .map(({ name }) => name);
  return kind.identityRequired && mapping.identities.length === 0 ? [...missing, 'identities'] : missing;
}

/** Reads a mapping that a person pasted or edited. */
export function parseMapping(text: string): Mapping | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const { columns = {}, identities = [], ...others } = value as Partial<Mapping>;
    if (typeof columns !== 'object' || columns === null || !Array.isArray(identities)) return null;
    return { ...others, columns, identities };
  } catch {
    return null;
  }
}

/** A name for the source from that of the file: `Tmall 2026-11 订单.csv` -> `Tmall-2026-11`. */
export function sourceFrom(fileName: string): string {
  const stem = fileName.replace(/(\.(csv|txt|tsv|gz))+$/i, '');
  return stem
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, 50);
}

export function isUnderWay({ status }: Pick<Import, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** How far an import is, 0 to 1; null while that is unknown. Reading counts as the first third. */
export function progressOf(
  run: Pick<Import, 'status' | 'phase' | 'bytesRead' | 'fileBytes' | 'done' | 'total'>,
): number | null {
  if (run.status === 'completed') return 1;
  if (run.phase === 'reading') return run.fileBytes > 0 ? Math.min(1, run.bytesRead / run.fileBytes) / 3 : null;
  if (run.phase === 'applying' && run.total) return 1 / 3 + (Math.min(1, run.done / run.total) * 2) / 3;
  return null;
}

/** The state in one word: a finished dry run waits for a decision, a finished run with failed rows wants a look. */
export type ImportState = 'queued' | 'running' | 'checked' | 'completed' | 'partly' | 'failed' | 'cancelled';

export function stateOf({ status, dryRun, failed }: Pick<Import, 'status' | 'dryRun' | 'failed'>): ImportState {
  if (status !== 'completed') return status;
  if (dryRun) return 'checked';
  return failed > 0 ? 'partly' : 'completed';
}

export const STATE_TONES = {
  queued: 'neutral',
  running: 'accent',
  checked: 'warning',
  completed: 'good',
  partly: 'warning',
  failed: 'danger',
  cancelled: 'neutral',
} as const satisfies Record<ImportState, string>;

/** Bytes for people: `3.2 MB`. */
export function fileSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const size = bytes / 1024 ** step;
  return `${step === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[step]}`;
}
