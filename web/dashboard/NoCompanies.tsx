import { FirstRun } from '../bundle/FirstRun.tsx';
import { AddCompany } from '../companies/AddCompany.tsx';
import { useMay } from '../me/queries.ts';
import { EmptyNote } from '../ui/Notes.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** The page of somebody who sees no company: an administrator is shown how to begin. */
export function NoCompanies({ page }: { readonly page: 'Dashboard' | 'Customers' }) {
  const canImport = useMay('import_bundle');
  if (canImport) return <FirstRun />;
  return (
    <>
      <PageHeader title={page} />
      <EmptyNote title="You see no company yet" action={<AddCompany />}>
        Which companies you see depends on your groups. Ask an administrator of your workspace to put you into
        one.
      </EmptyNote>
    </>
  );
}
