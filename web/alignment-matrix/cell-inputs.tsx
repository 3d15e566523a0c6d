import { NumberInput, type NumberInputProps, Select, type SelectProps, Slider } from '@mantine/core';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { sourceWords } from '../companies/source-words.ts';
import { ResetButton } from '../company-profile/ResetButton.tsx';
import type { FieldValue } from '../editing/field-kinds.ts';
import { MoneyInput } from '../editing/MoneyInput.tsx';
import { useMoney } from '../me/queries.ts';
import { BY_RULES } from './cell-fields.ts';
import classes from './matrix.module.css';

/** Yes, no, or what the rules say. */
export const YesNoInput = ({ rules, ...rest }: SelectProps & { readonly rules: string }) => (
  <Select
    allowDeselect={false}
    data={[
      { value: BY_RULES, label: rules },
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ]}
    {...rest}
  />
);

interface Resettable {
  readonly label: string;
  readonly disabled?: boolean;
  /** What stands in the control; nothing: the rules decide. */
  readonly control: FieldValue | undefined;
  readonly onReset: () => void;
}

const BELOW = ['label', 'input', 'description', 'error'] as const;

interface OpportunityInputProps extends Resettable, Omit<NumberInputProps, keyof Resettable> {
  readonly figure: AlignmentRow['mrrOpportunity'];
}

/** An opportunity: typed, or empty and derived, which is shown beside it. */
export function OpportunityInput({ figure, control, onReset, ...rest }: OpportunityInputProps) {
  const money = useMoney();
  const derived = figure.source === 'typed' ? null : money.full(figure.amount);
  const from = figure.source === 'none' ? '' : `, ${sourceWords(figure.source)}`;
  return (
    <MoneyInput
      {...rest}
      placeholder={derived ?? ''}
      description={derived === null ? 'Typed by hand; empty: calculated' : `Empty: ${derived}${from}`}
      inputWrapperOrder={[...BELOW]}
      rightSection={
        rest.disabled ? null : <ResetButton label={rest.label} control={control} onReset={onReset} />
      }
    />
  );
}

interface AlignmentInputProps extends Resettable, Omit<NumberInputProps, keyof Resettable> {
  readonly row: AlignmentRow;
  readonly onSet: (percent: number) => void;
}

/** The alignment, by slider or by number; empty: it follows the current product. */
export function AlignmentInput({ row, control, onReset, onSet, ...rest }: AlignmentInputProps) {
  const { label, disabled = false } = rest;
  const follows = row.alignmentSource === 'product' ? `Empty: ${row.alignment}%, by` : 'Empty: by';
  return (
    <div className={classes.slider}>
      <NumberInput
        {...rest}
        suffix="%"
        decimalScale={2}
        hideControls
        inputMode="decimal"
        placeholder={row.alignmentSource === 'product' ? `${row.alignment}%` : ''}
        description={`${follows} the current product`}
        inputWrapperOrder={[...BELOW]}
        rightSection={disabled ? null : <ResetButton label={label} control={control} onReset={onReset} />}
      />
      <Slider
        thumbLabel={`${label}, slider`}
        label={null}
        disabled={disabled}
        value={typeof control === 'number' ? control : row.alignment}
        onChange={onSet}
      />
    </div>
  );
}
