import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { api, dataOf } from '../../shared/api';
import { isUnderWay, type Selection } from './model';

const key = { all: ['tier-simulations'], list: ['tier-simulations', 'list'] } as const;
/** How often work under way is looked at. */
const LOOK_MS = 800;
const LADDERS_AT_MOST = 200;

interface Looked<Data> {
  data: { value: Data | undefined };
  refetch: () => Promise<unknown>;
}

/** Looks again and again as long as something is under way; a look that fails (the network went away) is followed by another one. */
export function lookWhile<Data>(query: Looked<Data>, isActive: (data: Data) => boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = setTimeout(look, 5 * LOOK_MS);
    void query.refetch().catch(() => undefined);
  };
  watch(
    () => query.data.value,
    (data) => {
      clearTimeout(timer);
      if (data !== undefined && isActive(data)) timer = setTimeout(look, LOOK_MS);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
}

export interface SimulationListQuery {
  ladderId?: string;
  limit: number;
  cursor?: string;
}

/** A page of simulations, newest first. */
export function useSimulations(query: MaybeRefOrGetter<SimulationListQuery>) {
  const list = useQuery({
    key: () => [...key.list, { ...toValue(query) }],
    query: ({ signal }) => dataOf(api.GET('/tier-simulations', { params: { query: toValue(query) }, signal })),
    placeholderData: (previous) => previous,
  });
  lookWhile(list, ({ items }) => items.some(isUnderWay));
  return list;
}

/** One simulation, followed until it is over. */
export function useSimulation(id: MaybeRefOrGetter<string>) {
  const simulation = useQuery({
    key: () => [...key.all, toValue(id)],
    query: ({ signal }) => dataOf(api.GET('/tier-simulations/{id}', { ...at(toValue(id)), signal })),
  });
  lookWhile(simulation, isUnderWay);
  return simulation;
}

/** Asking for a simulation and calling it off; both tell the simulation as it is then. */
export function useSimulationActs() {
  const cache = useQueryCache();
  const act = <Vars, Result>(mutation: (vars: Vars) => Promise<Result>) =>
    useMutation({ mutation, onSettled: () => cache.invalidateQueries({ key: key.all }) }).mutateAsync;
  return {
    simulate: act((ladderId: string) =>
      dataOf(api.POST('/tier-ladders/{id}/simulate', { ...at(ladderId), body: { waitSeconds: 0 } })),
    ),
    cancel: act((id: string) => dataOf(api.POST('/tier-simulations/{id}/cancel', at(id)))),
  };
}

/** One page of the customers who would stand elsewhere. */
export function useSimulatedCustomers(
  id: MaybeRefOrGetter<string>,
  query: MaybeRefOrGetter<(Selection & { cursor?: string; limit: number }) | null>,
) {
  return useQuery({
    key: () => [...key.all, toValue(id), 'customers', { ...toValue(query) }],
    query: ({ signal }) =>
      dataOf(
        api.GET('/tier-simulations/{id}/customers', {
          params: { ...at(toValue(id)).params, query: toValue(query) ?? undefined },
          signal,
        }),
      ),
    enabled: () => toValue(query) !== null,
    placeholderData: (previous) => previous,
  });
}

/** The customers of a selection as a CSV file. */
export async function fetchCustomersFile(id: string, selection: Selection): Promise<Blob> {
  const params = { ...at(id).params, query: selection };
  const { data } = await api.GET('/tier-simulations/{id}/customers.csv', { params, parseAs: 'blob' });
  return data as unknown as Blob;
}

/** Ladders that can be simulated; archived ones still have names. */
export function useLadders(archived = false) {
  return useQuery({
    key: ['ladders', archived ? 'archived-choices' : 'choices'],
    query: ({ signal }) =>
      dataOf(api.GET('/tier-ladders', { params: { query: { limit: LADDERS_AT_MOST, archived } }, signal })),
  });
}

/** A ladder with its draft as it is now. */
export function useLadder(id: MaybeRefOrGetter<string | null>) {
  return useQuery({
    key: () => ['ladders', 'draft', toValue(id) ?? ''],
    query: ({ signal }) => dataOf(api.GET('/tier-ladders/{id}', { ...at(toValue(id)!), signal })),
    enabled: () => toValue(id) !== null,
  });
}

/** Published versions of a ladder: which of them go back to a simulation. */
export function useLadderVersions(id: MaybeRefOrGetter<string | null>) {
  return useQuery({
    key: () => ['ladders', 'versions-of', toValue(id) ?? ''],
    query: ({ signal }) => dataOf(api.GET('/tier-ladders/{id}/versions', { ...at(toValue(id)!), signal })),
    enabled: () => toValue(id) !== null,
  });
}

/** The version against which a simulation is told; it never changes. */
export function useBaseVersion(base: MaybeRefOrGetter<{ id: string; version: number } | null>) {
  return useQuery({
    key: () => ['ladders', 'version', { ...toValue(base) }],
    query: ({ signal }) =>
      dataOf(api.GET('/tier-ladders/{id}/versions/{version}', { params: { path: toValue(base)! }, signal })),
    enabled: () => toValue(base) !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Names of colleagues by id. */
export function useStaffNames() {
  return useQuery({
    key: ['staff', 'names'],
    query: async ({ signal }) => {
      const { items } = await dataOf(api.GET('/staff/names', { signal }));
      return Object.fromEntries(items.map(({ id, displayName }) => [id, displayName]));
    },
    staleTime: 600_000,
  });
}

const at = (id: string) => ({ params: { path: { id } } });
