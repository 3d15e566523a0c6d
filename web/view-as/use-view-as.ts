import { useMutation } from '@tanstack/react-query';
import { endViewAs, startViewAs } from '../../contract/view-as.ts';
import { call } from '../api/call.ts';

/** Begins to view as a user. Every page is loaded anew, so that nothing is left of what the admin saw. */
export function useStartViewing() {
  return useMutation({
    mutationFn: (user: string) => call(startViewAs, { body: { user } }),
    onSuccess: () => window.location.assign('/'),
  });
}

/** Goes back to one's own eyes, and to the list of users. */
export function useStopViewing() {
  return useMutation({
    mutationFn: () => call(endViewAs, {}),
    onSuccess: () => window.location.assign('/settings/permissions/users'),
  });
}
