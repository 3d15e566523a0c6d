/** Colours that people with any common colour blindness can tell apart (Okabe–Ito), and a grey. */
export const SWATCHES = [
  '#D55E00',
  '#E69F00',
  '#F0E442',
  '#009E73',
  '#56B4E9',
  '#0072B2',
  '#CC79A7',
  '#8A8F98',
];
