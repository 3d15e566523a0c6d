import { queryOptions, useQueryClient } from '@tanstack/react-query';
import {
  type Connection,
  getConnection,
  getConnectionChoices,
  listConnections,
  listConnectors,
} from '../../contract/connections.ts';
import { listConnectionRuns, previewConnection } from '../../contract/sync-runs.ts';
import { call } from '../api/call.ts';
import { isOpen } from './run-words.ts';

/** So often a page that shows a sync looks again, in milliseconds. */
const LIVE = 1_000;
/** And one on which nothing goes on: a sync may begin by itself. */
const IDLE = 15_000;

const pause = ({ run }: Pick<Connection, 'run'>) =>
  run && isOpen(run) && run.state !== 'waiting' ? LIVE : IDLE;

export const connectorsQuery = queryOptions({
  queryKey: ['connectors'],
  queryFn: async ({ signal }) => (await call(listConnectors, {}, signal)).items,
  staleTime: Number.POSITIVE_INFINITY,
});

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: async ({ signal }) => (await call(listConnections, {}, signal)).items,
  staleTime: 0,
  refetchInterval: ({ state }) => Math.min(IDLE, ...(state.data ?? []).map(pause)),
});

export const connectionQuery = (id: string) =>
  queryOptions({
    queryKey: ['connections', id],
    queryFn: ({ signal }) => call(getConnection, { params: { id } }, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data ? pause(state.data) : false),
  });

/** What was read changes with each sync: `run` is the one at hand, `state` how it is. */
export const choicesQuery = (id: string, run: Connection['run']) =>
  queryOptions({
    queryKey: ['connections', id, 'choices', run?.id, run?.state],
    queryFn: ({ signal }) => call(getConnectionChoices, { params: { id } }, signal),
  });

export const previewQuery = ({ id, etag, run }: Pick<Connection, 'id' | 'etag' | 'run'>) =>
  queryOptions({
    queryKey: ['connections', id, 'preview', run?.id, run?.state, etag],
    queryFn: ({ signal }) => call(previewConnection, { params: { id } }, signal),
    placeholderData: (before) => before,
  });

export const runsQuery = (id: string, run: Connection['run']) =>
  queryOptions({
    queryKey: ['connections', id, 'runs', run?.id, run?.state],
    queryFn: async ({ signal }) => (await call(listConnectionRuns, { params: { id } }, signal)).items,
    placeholderData: (before) => before,
  });

/** Has everything about connections loaded again. */
export function useConnectionsChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['connections'] });
}
