import type { InputWrapperProps } from '@mantine/core';

/** Descriptions below the controls, so that controls side by side stand in line. */
export const CONTROLS_IN_LINE: NonNullable<InputWrapperProps['inputWrapperOrder']> = [
  'label',
  'input',
  'description',
  'error',
];
