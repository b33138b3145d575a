import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import { isUnderWay, type Mapping } from './model';

const key = { all: ['imports'], kinds: ['imports', 'kinds'] } as const;
const POLL_MS = 1000;
/** As much of the file as the server looks at. */
const SAMPLE_BYTES = 1024 * 1024;

export function useImportKinds() {
  return useQuery({
    key: key.kinds,
    query: ({ signal }) => dataOf(api.GET('/imports/kinds', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Asks again every second for as long as the condition holds. */
function pollWhile(condition: () => boolean, refetch: () => Promise<unknown>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;
  const next = () => {
    clearTimeout(timer);
    if (!isGone && condition()) timer = setTimeout(() => void refetch().finally(next), POLL_MS);
  };
  watch(condition, next, { immediate: true });
  onScopeDispose(() => {
    isGone = true;
    clearTimeout(timer);
  });
}

export interface ImportListQuery {
  limit: number;
  cursor?: string;
}

/** The imports, newest first; those under way are followed. */
export function useImportList(query: MaybeRefOrGetter<ImportListQuery>) {
  const list = useQuery({
    key: () => [...key.all, 'list', { ...toValue(query) }],
    query: ({ signal }) => dataOf(api.GET('/imports', { params: { query: toValue(query) }, signal })),
    placeholderData: (previous) => previous,
  });
  pollWhile(() => list.data.value?.items.some(isUnderWay) ?? false, list.refetch);
  return list;
}

const at = (id: string) => ({ params: { path: { id } } });

/** One import, followed while it is under way; the page may be left and opened again. */
export function useImport(id: MaybeRefOrGetter<string>) {
  const found = useQuery({
    key: () => [...key.all, toValue(id)],
    query: ({ signal }) => dataOf(api.GET('/imports/{id}', { ...at(toValue(id)), signal })),
  });
  pollWhile(() => (found.data.value ? isUnderWay(found.data.value) : false), found.refetch);
  return found;
}

export interface ImportErrorsQuery {
  language: 'zh-CN' | 'en';
  limit: number;
  cursor?: string;
}

/** The failed rows with their reasons. `state` is part of the question: another run has other failures. */
export function useImportErrors(
  id: MaybeRefOrGetter<string>,
  state: MaybeRefOrGetter<string>,
  query: MaybeRefOrGetter<ImportErrorsQuery>,
  enabled: MaybeRefOrGetter<boolean>,
) {
  return useQuery({
    key: () => [...key.all, toValue(id), 'errors', toValue(state), { ...toValue(query) }],
    query: ({ signal }) =>
      dataOf(api.GET('/imports/{id}/errors', { params: { path: { id: toValue(id) }, query: toValue(query) }, signal })),
    enabled: () => toValue(enabled),
    placeholderData: (previous) => previous,
  });
}

/** The failed rows as a file. */
export async function downloadErrors(id: string, language: 'zh-CN' | 'en'): Promise<Blob> {
  return dataOf(
    api.GET('/imports/{id}/errors.csv', { params: { path: { id }, query: { language } }, parseAs: 'blob' }),
  ) as Promise<unknown> as Promise<Blob>;
}

function form(parts: Record<string, string | Blob>, fileName: string): FormData {
  const data = new FormData();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === 'string') data.append(name, part);
    else data.append(name, part, fileName);
  }
  return data;
}

/** A multipart body is sent as the browser writes it; the generated type describes it as an object. */
function multipart(data: FormData) {
  return { body: data as never, bodySerializer: (body: unknown) => body as FormData };
}

export interface CellCorrection {
  row: number;
  column: string;
  value: string;
}

/** The acts on imports. Each brings what it changed up to date and passes problems on to its caller. */
export function useImportActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.all }) }).mutateAsync;

  return {
    /** Looks at the beginning of a file; nothing is kept. The fields come before the file, which is streamed. */
    inspect: (kind: string, file: File) =>
      dataOf(api.POST('/imports/inspect', multipart(form({ kind, file: file.slice(0, SAMPLE_BYTES) }, file.name)))),
    upload: act(({ kind, file, mapping }: { kind: string; file: File; mapping: Mapping }) =>
      dataOf(
        api.POST(
          '/imports',
          multipart(form({ kind, mapping: JSON.stringify(mapping), dryRun: 'true', file }, file.name)),
        ),
      ),
    ),
    start: act(({ id, ...body }: { id: string; dryRun: boolean; corrections?: CellCorrection[] }) =>
      dataOf(api.POST('/imports/{id}/start', { ...at(id), body })),
    ),
    cancel: act((id: string) => dataOf(api.POST('/imports/{id}/cancel', at(id)))),
  };
}
