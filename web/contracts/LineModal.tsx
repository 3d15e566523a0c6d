import { Autocomplete, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  type Contract,
  type ContractLine,
  createContractLine,
  updateContractLine,
} from '../../contract/contracts.ts';
import { CYCLES } from '../../domain/portfolio/facts.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { hint } from '../editing/hint.ts';
import { MoneyInput } from '../editing/MoneyInput.tsx';
import { useEditForm } from '../editing/use-edit-form.ts';
import { useMe } from '../me/queries.ts';
import { stackQuery } from '../stack-items/queries.ts';
import { clearButton } from '../ui/clear-button.ts';
import classes from './contracts.module.css';
import { CYCLE_NAMES } from './cycle-names.ts';
import { checkLine, type LineValues, lineFields, lineValues, NEW_LINE } from './line-fields.ts';

interface LineModalProps {
  readonly contract: Contract;
  /** Null: a new one. */
  readonly line: ContractLine | null;
  readonly vendors: readonly string[];
  readonly onClose: () => void;
}

const CYCLE_CHOICES = CYCLES.map((value) => ({ value, label: CYCLE_NAMES[value] }));

/** The dialog with every field of a contract line. */
export function LineModal({ contract, line, vendors, onClose }: LineModalProps) {
  const own = useMe().workspace.currency;
  const currency = contract.currency ?? own;
  const fields = lineFields(currency);
  const codes = useProductCodes();
  const companyChanged = useCompanyChanged();
  const { form, clash, decide, ...edit } = useEditForm<LineValues, ContractLine>({
    fields,
    values: line ? lineValues(line) : NEW_LINE,
    etag: line?.etag,
    valuesOf: lineValues,
    check: checkLine,
    save: (changed, etag) =>
      line
        ? call(updateContractLine, {
            params: { id: line.id },
            body: changed,
            ...(etag === undefined ? {} : { ifMatch: etag }),
          })
        : call(createContractLine, { params: { id: contract.id }, body: changed }),
    onSaved: () => {
      void companyChanged();
      onClose();
    },
  });
  const input = (name: keyof LineValues) => ({ label: fields[name].label, ...form.getInputProps(name) });
  return (
    <EditModal
      title={line ? `Edit a line of ${contract.name}` : `Add a line to ${contract.name}`}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      action={line ? 'Save' : 'Add'}
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      <TextInput {...input('description')} data-autofocus dir="auto" />
      <div className={classes.fields}>
        <Autocomplete
          {...input('productCode')}
          data={[...codes]}
          limit={50}
          {...hint('One of the stack’s shows which product the client uses')}
        />
        <Autocomplete {...input('vendor')} data={[...vendors]} placeholder={contract.vendor ?? 'Ourselves'} />
        <TextInput {...input('quantity')} placeholder="1" inputMode="decimal" />
        <MoneyInput {...input('unitPrice')} currency={currency} />
        <Select
          {...input('cycle')}
          data={CYCLE_CHOICES}
          placeholder={
            line?.unmappedCycle ?? contract.unmappedCycle ?? CYCLE_NAMES[contract.cycle ?? 'monthly']
          }
          clearable
          clearButtonProps={clearButton('Clear how often it is billed')}
          {...hint('Empty: as the contract is')}
        />
        <TextInput
          {...input('start')}
          type="date"
          {...hint('A one-time line counts for 12 months from it')}
        />
        <TextInput {...input('cancelledOn')} type="date" {...hint('The first day without it')} />
      </div>
    </EditModal>
  );
}

/** The codes that mean a product of the stack, each once. */
function useProductCodes(): readonly string[] {
  const items = useQuery(stackQuery).data?.items ?? [];
  return [...new Set(items.flatMap(({ products }) => products.flatMap(({ productCodes }) => productCodes)))];
}
