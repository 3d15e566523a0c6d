import { Autocomplete, Checkbox, Select, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { type Contract, createContract, updateContract } from '../../contract/contracts.ts';
import { CYCLES } from '../../domain/portfolio/facts.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { hint } from '../editing/hint.ts';
import { MoneyInput } from '../editing/MoneyInput.tsx';
import { readOnlyIfSynced, syncedInWords } from '../editing/synced.ts';
import { useEditForm } from '../editing/use-edit-form.ts';
import { useMe } from '../me/queries.ts';
import { clearButton } from '../ui/clear-button.ts';
import { currencyChoices } from '../ui/currencies.ts';
import {
  type ContractValues,
  checkContract,
  contractFields,
  contractValues,
  NEW_CONTRACT,
  STATUS_NAMES,
} from './contract-fields.ts';
import classes from './contracts.module.css';
import { CYCLE_NAMES } from './cycle-names.ts';

interface ContractModalProps {
  readonly company: string;
  /** Null: a new one. */
  readonly contract: Contract | null;
  readonly vendors: readonly string[];
  readonly onClose: () => void;
  readonly onAdded?: (contract: Contract) => void;
}

const CYCLE_CHOICES = CYCLES.map((value) => ({ value, label: CYCLE_NAMES[value] }));
const STATUS_CHOICES = Object.entries(STATUS_NAMES).map(([value, label]) => ({ value, label }));
const REVENUE_FROM_CHOICES = [
  { value: 'header', label: 'Its own amount' },
  { value: 'lines', label: 'Its lines' },
];

/** The dialog with every field of a contract. */
export function ContractModal({ company, contract, vendors, onClose, onAdded }: ContractModalProps) {
  const own = useMe().workspace.currency;
  const companyChanged = useCompanyChanged();
  const fields = contractFields(contract?.currency ?? own);
  const { form, clash, decide, ...edit } = useEditForm<ContractValues, Contract>({
    fields,
    values: contract ? contractValues(contract) : NEW_CONTRACT,
    etag: contract?.etag,
    valuesOf: contractValues,
    check: checkContract,
    save: (changed, etag) =>
      contract
        ? call(updateContract, {
            params: { id: contract.id },
            body: changed,
            ...(etag === undefined ? {} : { ifMatch: etag }),
          })
        : call(createContract, { params: { id: company }, body: { name: '', ...changed } }),
    onSaved: (stored) => {
      void companyChanged();
      onClose();
      if (stored && !contract) onAdded?.(stored);
    },
  });
  const input = (name: keyof ContractValues) => ({
    label: fields[name].label,
    ...form.getInputProps(name),
    ...readOnlyIfSynced(contract?.syncedFrom, name),
  });
  const currency = form.values.currency as string | null;
  const currencies = useMemo(
    () => currencyChoices(contract?.currency ? [contract.currency] : []),
    [contract],
  );
  return (
    <EditModal
      title={contract ? `Edit ${contract.name}` : 'Add a contract'}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      action={contract ? 'Save' : 'Add'}
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      {contract?.source === 'import' ? (
        <Text fz="sm" c="dimmed">
          It came with an import: the next import of it sets what it holds.
        </Text>
      ) : null}
      {contract?.syncedFrom ? (
        <Text fz="sm" c="dimmed">
          {syncedInWords(contract.syncedFrom)}.{' '}
          {contract.syncedFrom.goneOn === null ? 'Whether it is excluded is said here.' : ''}
        </Text>
      ) : null}
      <TextInput required {...input('name')} data-autofocus dir="auto" />
      <div className={classes.fields}>
        <Autocomplete {...input('vendor')} data={[...vendors]} placeholder="Ourselves" />
        <Select {...input('status')} data={STATUS_CHOICES} allowDeselect={false} />
        <TextInput {...input('start')} type="date" />
        <TextInput {...hint('Its last day; empty: it has no end')} {...input('end')} type="date" />
        <MoneyInput
          {...hint('For the whole cycle; empty: its lines say')}
          {...input('amount')}
          currency={currency}
        />
        <Select
          {...hint(`Empty: ${own}. Another counts at the workspace’s exchange rate`)}
          {...input('currency')}
          data={[...currencies]}
          placeholder={own}
          searchable
          clearable
          clearButtonProps={clearButton('Clear the currency')}
        />
        <Select
          {...input('cycle')}
          data={CYCLE_CHOICES}
          placeholder="monthly"
          clearable
          clearButtonProps={clearButton('Clear how often it is billed')}
        />
        <Select
          {...hint('Empty: its recurring lines, else its own amount; never both')}
          {...input('revenueFrom')}
          data={REVENUE_FROM_CHOICES}
          placeholder="What the rule says"
          clearable
          clearButtonProps={clearButton('Clear where its MRR comes from')}
        />
      </div>
      <Checkbox
        {...form.getInputProps('excluded', { type: 'checkbox' })}
        label={fields.excluded.label}
        description="It stays listed, marked as excluded, and is in no MRR, no one-time and no score"
      />
    </EditModal>
  );
}
