import { NumberInput, type NumberInputProps } from '@mantine/core';

type DecimalInputProps = Omit<NumberInputProps, 'value' | 'onChange'> & {
  /** As it was typed; empty: nothing is. */
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** An exact decimal number, kept as the text that it was typed as. */
export const DecimalInput = ({ value, onChange, ...rest }: DecimalInputProps) => (
  <NumberInput
    inputMode="decimal"
    allowNegative={false}
    {...rest}
    value={value}
    onChange={(typed) => onChange(String(typed))}
  />
);
