import { Checkbox, Select, TextInput } from '@mantine/core';
import { type AlignmentRow, type AlignmentSaved, updateAlignment } from '../../contract/alignment.ts';
import { NO_PRODUCT } from '../../domain/alignment/cell.ts';
import { call } from '../api/call.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { useEditForm } from '../editing/use-edit-form.ts';
import { CellNote } from './CellNote.tsx';
import { BY_RULES, type CellValues, cellFields, cellValues, productChoice } from './cell-fields.ts';
import { AlignmentInput, OpportunityInput, YesNoInput } from './cell-inputs.tsx';
import classes from './matrix.module.css';
import { cellTitle, type OpenedCell } from './opened-cell.ts';
import { useCellSaved } from './use-cell-saved.ts';

interface CellFormProps {
  readonly cell: OpenedCell;
  readonly row: AlignmentRow;
  readonly onClose: () => void;
}

/** Every value of a cell that a person can set, or give back to the rules. */
export function CellForm({ cell, row, onClose }: CellFormProps) {
  const saved = useCellSaved();
  const fields = cellFields(row.products);
  const byTag = row.sharedTags.length > 0;
  const { form, clash, decide, ...edit } = useEditForm<CellValues, AlignmentRow | AlignmentSaved>({
    fields,
    values: cellValues(row),
    etag: row.etag,
    valuesOf: cellValues,
    save: async (changed, etag = row.etag) => {
      const { applicable } = changed;
      const switchedOff = applicable !== undefined && !(applicable ?? byTag);
      const stored = await call(updateAlignment, {
        params: { id: cell.company.id, stackItem: cell.stackItem.id },
        // of a cell that is not applicable nothing else can be set
        body: switchedOff ? { applicable } : changed,
        ifMatch: etag,
      });
      await saved(cell.company.id, stored);
      return stored;
    },
    onSaved: onClose,
  });
  const applies = fields.applicable.toValue(form.values.applicable ?? null) ?? byTag;
  const input = (name: keyof CellValues) => ({
    label: fields[name].label,
    ...form.getInputProps(name),
    ...(name === 'applicable' ? {} : { disabled: !applies }),
  });
  const opportunity = (name: 'mrrOpportunity' | 'oneTimeOpportunity') => (
    <OpportunityInput
      {...input(name)}
      control={form.values[name]}
      figure={row[name]}
      onReset={() => form.setFieldValue(name, '')}
    />
  );
  return (
    <EditModal
      title={cellTitle(cell)}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
    >
      <CellNote cell={cell} row={row} />
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      <div className={classes.fields}>
        <YesNoInput {...input('applicable')} rules={`By tag: ${byTag ? 'yes' : 'no'}`} data-autofocus />
        <YesNoInput {...input('agreementInclusion')} rules={inclusionRule(row)} />
        <Select
          {...input('currentProduct')}
          allowDeselect={false}
          searchable
          data={[
            { value: BY_RULES, label: productRule('From contract lines', row, 'currentProduct') },
            { value: productChoice(NO_PRODUCT), label: 'None' },
            ...productChoices(row),
          ]}
        />
        <Select
          {...input('opportunityProduct')}
          allowDeselect={false}
          searchable
          data={[
            { value: BY_RULES, label: productRule('The preferred one', row, 'opportunityProduct') },
            ...productChoices(row),
          ]}
        />
        <AlignmentInput
          {...input('alignment')}
          control={form.values.alignment}
          row={row}
          onReset={() => form.setFieldValue('alignment', '')}
          onSet={(value) => form.setFieldValue('alignment', value)}
        />
        {opportunity('mrrOpportunity')}
        {opportunity('oneTimeOpportunity')}
        <TextInput
          {...input('provider')}
          description="Who delivers it now, if it is not you"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          dir="auto"
        />
        <Checkbox
          {...input('threat')}
          {...form.getInputProps('threat', { type: 'checkbox' })}
          description="It endangers your relationship with the company"
          mt={26}
        />
      </div>
    </EditModal>
  );
}

const productChoices = ({ products }: AlignmentRow) =>
  products.map(({ id, name, standing }) => ({ value: productChoice(id), label: `${name} (${standing})` }));

/** What the rules would choose, as far as that is known while something else is chosen. */
function productRule(
  rule: string,
  row: AlignmentRow,
  field: 'currentProduct' | 'opportunityProduct',
): string {
  if (row[`${field}Source`] === 'typed') return rule;
  return `${rule}: ${row[field]?.name ?? 'none'}`;
}

const inclusionRule = ({ agreementInclusion, agreementInclusionSource }: AlignmentRow): string =>
  agreementInclusionSource === 'typed' ? 'By default' : `By default: ${agreementInclusion ? 'yes' : 'no'}`;
