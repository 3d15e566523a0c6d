/** The colours that a chart is drawn with, in one scheme. Health statuses bring their own, from the workspace's bands. */
export interface Ink {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  /** Around marks, so that light colours stand out from the surface. */
  readonly outline: string;
  readonly mrr: string;
  readonly mrrOpportunity: string;
  readonly oneTime: string;
  readonly oneTimeOpportunity: string;
  readonly alignment: string;
  /** MRR that went: in part, and altogether. */
  readonly contraction: string;
  readonly churn: string;
  /** Stripes over what is not earned yet. */
  readonly stripe: string;
  /** The rings of the sunburst, tag by tag. */
  readonly ring: readonly string[];
  /** Text upon the ring's colours. */
  readonly onRing: string;
}

export const lightInk: Ink = {
  text: '#1b222b',
  muted: '#5b6675',
  line: '#e6e9ee',
  surface: '#ffffff',
  outline: 'rgba(27, 34, 43, 0.45)',
  mrr: '#0f766e',
  mrrOpportunity: '#8fd3c9',
  oneTime: '#4c5fb8',
  oneTimeOpportunity: '#b3bdea',
  alignment: '#b4540a',
  contraction: '#eab27c',
  churn: '#b4540a',
  stripe: 'rgba(27, 34, 43, 0.16)',
  ring: ['#0f766e', '#4c5fb8', '#8a5a9e', '#2f7a9a', '#7a6a2f', '#a5527a', '#56705a', '#5f6b7a'],
  onRing: '#ffffff',
};

export const darkInk: Ink = {
  text: '#e3e7ec',
  muted: '#a3adb9',
  line: '#262e37',
  surface: '#161b21',
  outline: 'rgba(0, 0, 0, 0.5)',
  mrr: '#2aa597',
  mrrOpportunity: '#1b5f59',
  oneTime: '#8494e6',
  oneTimeOpportunity: '#434c85',
  alignment: '#f2a65a',
  contraction: '#855728',
  churn: '#f2a65a',
  stripe: 'rgba(255, 255, 255, 0.16)',
  ring: ['#3fbfae', '#8c9cee', '#bd93d1', '#6cb4d4', '#c2b068', '#dd8fb3', '#93b597', '#9aa7b8'],
  onRing: '#0e1216',
};
