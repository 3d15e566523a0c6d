import { Button, Group, SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { Contract } from '../../contract/contracts.ts';
import { useMay, useMe } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { CompanyRenewals } from '../renewals/CompanyRenewals.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';
import { type ContractDialog, ContractDialogs } from './ContractDialogs.tsx';
import { ContractTable } from './ContractTable.tsx';
import classes from './contracts.module.css';
import { activeContracts, type ContractsView, contractsSearch, readContractsView } from './contracts-view.ts';
import { type CompanyContracts, contractsQuery } from './queries.ts';

/** A company's contracts: what each adds to its revenue and why, and which of them end soon. */
export function ContractsPage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const contracts = useQuery(contractsQuery(id));
  if (!contracts.data && contracts.error)
    return <LoadFailed error={contracts.error} onRetry={() => void contracts.refetch()} />;
  if (!contracts.data) return <Skeleton h={320} />;
  return (
    <div className={classes.page}>
      <Contracts company={id} data={contracts.data} />
      {contracts.data.items.length > 0 ? <CompanyRenewals company={id} /> : null}
    </div>
  );
}

interface ContractsProps {
  readonly company: string;
  readonly data: CompanyContracts;
}

function Contracts({ company, data: { items, totals } }: ContractsProps) {
  const { asOf } = useMe().workspace;
  const mayEdit = useMay('edit_companies');
  const { view, change } = useContractsView(company);
  const [dialog, setDialog] = useState<ContractDialog | null>(null);
  const active = activeContracts(items, asOf);
  const toggle = (id: string) =>
    change({
      opened: view.opened.includes(id) ? view.opened.filter((one) => one !== id) : [...view.opened, id],
    });
  return (
    <Panel
      title="Contracts"
      className={classes.panel ?? ''}
      actions={
        <Group gap="xs" justify="flex-end">
          {items.length > 0 ? (
            <SegmentedControl
              size="xs"
              aria-label="Which contracts are shown"
              data={[
                { value: 'active', label: `Active (${active.length})` },
                { value: 'all', label: `All (${items.length})` },
              ]}
              value={view.show}
              onChange={(show) => change({ show: show === 'active' ? 'active' : 'all' })}
            />
          ) : null}
          {mayEdit ? (
            <Button
              size="xs"
              leftSection={<Plus size={14} aria-hidden />}
              onClick={() => setDialog({ what: 'edit contract', contract: null })}
            >
              Add contract
            </Button>
          ) : null}
        </Group>
      }
    >
      {items.length === 0 ? <NoContracts mayEdit={mayEdit} /> : null}
      {items.length > 0 ? (
        <ContractTable
          contracts={view.show === 'active' ? active : items}
          totals={totals}
          opened={view.opened}
          onToggle={toggle}
          onDialog={setDialog}
        />
      ) : null}
      {dialog ? (
        <ContractDialogs
          company={company}
          dialog={dialog}
          vendors={vendorsOf(items)}
          onClose={() => setDialog(null)}
          onAdded={({ id }) => change({ opened: [...view.opened, id] })}
        />
      ) : null}
    </Panel>
  );
}

const NoContracts = ({ mayEdit }: { readonly mayEdit: boolean }) => (
  <EmptyNote title="No contracts yet">
    Contracts come with an import{mayEdit ? ', or are added here by hand' : ''}. What they are worth in a
    month is the company’s MRR.
  </EmptyNote>
);

/** The view that the address says, and how to change it (which changes the address). */
function useContractsView(company: string) {
  const view = readContractsView(useSearch({ from: '/app/customers/$id/contracts' }));
  const navigate = useNavigate();
  const change = (part: Partial<ContractsView>) =>
    void navigate({
      ...paths.customerContracts(company, contractsSearch({ ...view, ...part })),
      replace: true,
      resetScroll: false,
    });
  return { view, change };
}

/** Every vendor that the contracts and lines name, each once, by name. */
const vendorsOf = (contracts: readonly Contract[]): readonly string[] => {
  const named = contracts.flatMap(({ vendor, lines }) => [vendor, ...lines.map((line) => line.vendor)]);
  return [...new Set(named.filter((vendor) => vendor !== null))].sort();
};
