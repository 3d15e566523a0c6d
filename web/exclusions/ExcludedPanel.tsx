import { Badge, Group, Text } from '@mantine/core';
import X from 'lucide-react/icons/x';
import type { ExcludableContract, Exclusions } from '../../contract/exclusions.ts';
import { useMoney } from '../me/queries.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { EmptyNote } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { type Chosen, chosenContracts, chosenVendors, type ExclusionDraft } from './draft.ts';
import classes from './exclusions.module.css';

interface ExcludedPanelProps {
  readonly stored: Exclusions;
  readonly draft: ExclusionDraft;
  readonly onContracts: (contracts: readonly ExcludableContract[], excluded: boolean) => void;
  readonly onVendor: (vendor: string, excluded: boolean) => void;
}

/** Everything that is excluded once saved: vendors by their standing rule, then single contracts. */
export function ExcludedPanel({ stored, draft, onContracts, onVendor }: ExcludedPanelProps) {
  const vendors = chosenVendors(draft, stored);
  const contracts = chosenContracts(draft, stored);
  return (
    <Panel title="Excluded">
      {vendors.length + contracts.length === 0 ? (
        <EmptyNote title="Nothing is excluded">
          Every contract in force counts. Choose a vendor or an account to leave some out.
        </EmptyNote>
      ) : null}
      {vendors.length > 0 ? <Vendors vendors={vendors} stored={stored} onVendor={onVendor} /> : null}
      {contracts.length > 0 ? <Contracts contracts={contracts} onContracts={onContracts} /> : null}
    </Panel>
  );
}

interface VendorsProps extends Pick<ExcludedPanelProps, 'stored' | 'onVendor'> {
  readonly vendors: readonly Chosen<string>[];
}

function Vendors({ vendors, stored, onVendor }: VendorsProps) {
  const known = new Map(stored.vendors.map((vendor) => [vendor.vendor, vendor]));
  return (
    <>
      <Text fz="sm" fw={550} id="excluded-vendors">
        Vendors, always
      </Text>
      <ul className={classes.vendors} aria-labelledby="excluded-vendors">
        {vendors.map(({ what: vendor, added }) => (
          <li key={vendor} className={classes.vendor}>
            <span className={classes.vendorName}>{vendor}</span>
            <Text span fz="xs" c="dimmed" className="qd-figures">
              {formatCount(known.get(vendor)?.contracts ?? 0, 'contract', 'contracts')}
            </Text>
            {added ? <Unsaved /> : null}
            <IconButton icon={X} label={`Take ${vendor} in again`} onClick={() => onVendor(vendor, false)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Unsaved() {
  return (
    <Badge color="yellow" size="sm" style={{ flexShrink: 0 }}>
      New
    </Badge>
  );
}

interface ContractsProps extends Pick<ExcludedPanelProps, 'onContracts'> {
  readonly contracts: readonly Chosen<ExcludableContract>[];
}

function Contracts({ contracts, onContracts }: ContractsProps) {
  const money = useMoney();
  const columns: Column<Chosen<ExcludableContract>>[] = [
    {
      id: 'name',
      header: 'Contract',
      width: 150,
      cell: ({ what, added }) => (
        <Group gap={6} wrap="nowrap">
          <span className={classes.cut} title={what.name}>
            {what.name}
          </span>
          {added ? <Unsaved /> : null}
        </Group>
      ),
    },
    { id: 'company', header: 'Account', width: 130, cell: ({ what }) => what.company.name },
    {
      id: 'mrr',
      header: 'Per month',
      width: 105,
      numeric: true,
      cell: ({ what }) => money.full(what.mrr),
    },
    {
      id: 'include',
      header: '',
      width: 52,
      cell: ({ what }) => (
        <IconButton
          icon={X}
          label={`Take ${what.name} of ${what.company.name} in again`}
          onClick={() => onContracts([what], false)}
        />
      ),
    },
  ];
  return (
    <>
      <Text fz="sm" fw={550} mb={6}>
        {formatCount(contracts.length, 'single contract', 'single contracts')}
      </Text>
      <div className={classes.table}>
        <DataTable
          label="Excluded contracts"
          columns={columns}
          rows={contracts}
          rowKey={({ what }) => what.id}
          sort={AS_GIVEN}
          onSort={() => undefined}
          maxHeight="50vh"
        />
      </div>
    </>
  );
}

const AS_GIVEN = { column: '', order: 'asc' } as const;
