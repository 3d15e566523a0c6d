import { queryOptions } from '@tanstack/react-query';
import { getWorkspaceSettings } from '../../contract/workspace-settings.ts';
import { call } from '../api/call.ts';

export const workspaceSettingsQuery = queryOptions({
  queryKey: ['workspace-settings'],
  queryFn: ({ signal }) => call(getWorkspaceSettings, {}, signal),
});
