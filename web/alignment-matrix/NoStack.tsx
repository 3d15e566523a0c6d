import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/links.tsx';
import { EmptyNote } from '../ui/Notes.tsx';

/** Said where the matrix would stand if the workspace had a stack. */
export function NoStack() {
  const mayDefine = useMay('change_settings');
  return (
    <EmptyNote
      title="There is no stack yet"
      action={
        mayDefine ? (
          <ButtonLink {...paths.stackManager()} mt="xs">
            Open Stack Manager
          </ButtonLink>
        ) : null
      }
    >
      {mayDefine
        ? 'Name the services and components that every client should have; then each of them is measured against it here.'
        : 'An administrator of your workspace names its services and components; then each client is measured against them here.'}
    </EmptyNote>
  );
}
