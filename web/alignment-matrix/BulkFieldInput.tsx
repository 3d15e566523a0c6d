import { NumberInput, Select, TextInput } from '@mantine/core';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { NO_PRODUCT } from '../../domain/alignment/cell.ts';
import { MoneyInput } from '../editing/MoneyInput.tsx';
import { BULK_LABELS, type BulkField, type BulkName } from './bulk-change.ts';
import classes from './matrix.module.css';

interface BulkFieldInputProps {
  readonly name: BulkName;
  readonly field: BulkField;
  readonly products: AlignmentRow['products'];
  readonly problem: string | undefined;
  readonly onChange: (field: BulkField) => void;
}

/** One field of many cells: left, set, or given back to the rules. */
export function BulkFieldInput(props: BulkFieldInputProps) {
  const { name, field, problem, onChange } = props;
  const choices = [
    { value: 'leave', label: 'Leave as it is' },
    ...choicesOf(props),
    { value: 'rules', label: name === 'provider' ? 'None' : 'By the rules' },
  ];
  const typed = TYPED.has(name);
  const input = {
    'aria-label': BULK_LABELS[name],
    value: field.value,
    error: problem,
    autoFocus: true,
  };
  const set = (value: string | number) => onChange({ how: 'set', value });
  return (
    <div className={classes.bulkField}>
      <Select
        label={BULK_LABELS[name]}
        allowDeselect={false}
        data={name === 'threat' ? choices.slice(0, -1) : choices}
        value={field.how === 'set' && !typed ? `=${field.value}` : field.how}
        onChange={(choice) =>
          onChange(
            choice?.startsWith('=')
              ? { how: 'set', value: choice.slice(1) }
              : { how: choice as BulkField['how'], value: '' },
          )
        }
      />
      {field.how !== 'set' || !typed ? null : name === 'alignment' ? (
        <NumberInput {...input} onChange={set} suffix="%" decimalScale={2} hideControls />
      ) : name === 'provider' ? (
        <TextInput {...input} onChange={(event) => set(event.currentTarget.value)} dir="auto" />
      ) : (
        <MoneyInput {...input} onChange={set} />
      )}
    </div>
  );
}

/** These hold what is typed; the others what is chosen. */
const TYPED: ReadonlySet<BulkName> = new Set([
  'alignment',
  'mrrOpportunity',
  'oneTimeOpportunity',
  'provider',
]);

function choicesOf({ name, products }: BulkFieldInputProps): { value: string; label: string }[] {
  const ofItem = products.map((product) => ({
    value: `=${product.id}`,
    label: `${product.name} (${product.standing})`,
  }));
  switch (name) {
    case 'currentProduct':
      return [{ value: `=${NO_PRODUCT}`, label: 'None' }, ...ofItem];
    case 'opportunityProduct':
      return ofItem;
    case 'applicable':
    case 'agreementInclusion':
    case 'threat':
      return [
        { value: '=true', label: 'Yes' },
        { value: '=false', label: 'No' },
      ];
    default:
      return [{ value: 'set', label: 'Set to …' }];
  }
}
