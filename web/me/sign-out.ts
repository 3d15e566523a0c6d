import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '../../contract/sign-in.ts';
import { call } from '../api/call.ts';
import { paths } from '../paths.ts';

/** Ends the session, forgets everything that was loaded, and goes to the sign-in page. */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await call(signOut, {});
    await navigate(paths.signIn());
    queryClient.clear();
  };
}
