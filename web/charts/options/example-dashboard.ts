import type { Dashboard } from '../../../domain/dashboard/dashboard.ts';
import { moneyIn } from '../../ui/money.ts';
import type { DrawingStyle } from '../drawing.ts';
import { lightInk } from '../ink.ts';

/** A small dashboard for the tests of the drawings; names that a page would take for markup included. */
export const exampleDashboard: Dashboard = {
  asOf: '2026-11-22',
  currency: 'USD',
  companies: 4,
  segments: {
    value: 'total',
    valueMidpoint: 250_000,
    effortMidpoint: 50,
    averageEmployees: 20,
    quadrants: [
      { id: 'high_value_low_effort', name: 'Most profitable', companies: 1 },
      { id: 'high_value_high_effort', name: 'Meet most often', companies: 1 },
      { id: 'low_value_low_effort', name: 'Risk of silent churn', companies: 1 },
      { id: 'low_value_high_effort', name: 'Reprice or reduce effort', companies: 0 },
    ],
    notPlaced: 1,
    points: [
      point('acme', 'Acme', 310_000, 22, 81, 'Satisfactory', 80, 'high_value_low_effort'),
      point('b', 'B <b>& Sons</b>', 400_000, 77, 40, 'At risk', 20, 'high_value_high_effort'),
      point('c', 'Cobalt', 90_000, 10, null, 'No score', null, 'low_value_low_effort'),
    ],
  },
  health: [
    { status: 'At risk', color: '#d55e00', companies: 1, share: 0.25 },
    { status: 'Satisfactory', color: '#009e73', companies: 2, share: 0.5 },
    { status: 'No score', color: '#8a8f98', companies: 1, share: 0.25 },
  ],
  opportunityByHealth: [
    { status: 'At risk', mrr: 150_000, oneTime: 200_000, total: 350_000, share: 0.1014 },
    { status: 'Satisfactory', mrr: 3_000_000, oneTime: 101_600, total: 3_101_600, share: 0.8986 },
    { status: 'No score', mrr: 0, oneTime: 0, total: 0, share: 0 },
  ],
  stackByCustomer: {
    rows: [
      {
        id: 'acme',
        name: 'Acme',
        mrrOpportunity: 120_000,
        oneTimeOpportunity: 80_000,
        mrr: 310_000,
        oneTime: 0,
        alignment: 62.5,
      },
      {
        id: 'c',
        name: 'Cobalt',
        mrrOpportunity: 0,
        oneTimeOpportunity: 5_000,
        mrr: 90_000,
        oneTime: 45_000,
        alignment: null,
      },
    ],
    totals: { mrrOpportunity: 120_000, oneTimeOpportunity: 85_000, total: 205_000 },
    selected: null,
  },
  stackOpportunity: {
    mrr: 3_150_000,
    oneTime: 301_600,
    total: 3_451_600,
    tags: [
      {
        tag: 'Standard',
        mrr: 900_000,
        oneTime: 110_000,
        total: 1_010_000,
        share: 0.6,
        items: [
          {
            id: 'switches',
            name: 'Switches',
            mrr: 450_000,
            oneTime: 50_000,
            total: 500_000,
            shareOfTag: 0.495,
          },
          { id: 'edr', name: 'EDR', mrr: 450_000, oneTime: 60_000, total: 510_000, shareOfTag: 0.505 },
        ],
      },
      {
        tag: null,
        mrr: 500_000,
        oneTime: 0,
        total: 500_000,
        share: 0.4,
        items: [
          { id: 'switches', name: 'Switches', mrr: 500_000, oneTime: 0, total: 500_000, shareOfTag: 1 },
        ],
      },
    ],
  },
  stackAlignment: [
    {
      id: 'web-filtering',
      name: 'Web filtering',
      currentMrr: 40_000,
      mrrOpportunity: 120_000,
      oneTimeOpportunity: 0,
      applicable: 36,
      aligned: 9,
      alignedShare: 0.25,
    },
  ],
};

function point(
  id: string,
  name: string,
  value: number,
  effort: number,
  health: number | null,
  status: string,
  employees: number | null,
  quadrant: Dashboard['segments']['points'][number]['quadrant'],
) {
  return { id, name, value, effort, health, status, employees, quadrant };
}

export const exampleStyle: DrawingStyle = {
  ink: lightInk,
  money: moneyIn('USD', 'en-US'),
  narrow: false,
  wide: true,
};
