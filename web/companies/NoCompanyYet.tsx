import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/links.tsx';
import { EmptyNote } from '../ui/Notes.tsx';

/** Said where a page about the companies would stand if one saw any. `shows`: what it then shows. */
export function NoCompanyYet({ shows }: { readonly shows: string }) {
  const canFill = useMay('import_bundle');
  return canFill ? (
    <EmptyNote
      title="There is no company yet"
      action={
        <ButtonLink {...paths.customers()} mt="xs">
          Fill the workspace
        </ButtonLink>
      }
    >
      Load the demo portfolio, bring your own, or add companies by hand; then this page shows {shows}.
    </EmptyNote>
  ) : (
    <EmptyNote title="You see no company yet">
      Which companies you see depends on your groups. Ask an administrator of your workspace to put you into
      one.
    </EmptyNote>
  );
}
