import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { listSurveyDeliveries, listSurveyTools } from '../../../contract/survey-tools.ts';
import { call } from '../../api/call.ts';

export const toolsQuery = queryOptions({
  queryKey: ['survey-tools'],
  queryFn: async ({ signal }) => (await call(listSurveyTools, {}, signal)).items,
});

/** The last deliveries, of one tool or of all. */
export const deliveriesQuery = (tool?: string) =>
  queryOptions({
    queryKey: ['survey-deliveries', 'last', tool ?? null],
    queryFn: async ({ signal }) =>
      (await call(listSurveyDeliveries, { query: tool === undefined ? {} : { tool } }, signal)).items,
  });

export const waitingQuery = queryOptions({
  queryKey: ['survey-deliveries', 'waiting'],
  queryFn: async ({ signal }) =>
    (await call(listSurveyDeliveries, { query: { waiting: 'true' } }, signal)).items,
});

/** Has everything about survey tools loaded again, and, where a response came of it, what is known of companies. */
export function useToolsChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      ['survey-tools', 'survey-deliveries', 'companies'].map((key) =>
        queryClient.invalidateQueries({ queryKey: [key] }),
      ),
    );
  };
}
