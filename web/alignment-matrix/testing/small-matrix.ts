import type { AlignmentMatrix } from '../../../contract/alignment-matrix.ts';

/** Four companies by three stack items; nothing of Cat and of Antivirus counts. */
export const smallMatrix: AlignmentMatrix = {
  asOf: '2026-11-22',
  currency: 'USD',
  bands: [
    { name: 'Not aligned', color: '#D55E00', from: 0 },
    { name: 'Partly aligned', color: '#F0E442', from: 34 },
    { name: 'Aligned', color: '#009E73', from: 67 },
  ],
  companies: [
    { id: 'ant', name: 'Ant', mrr: 100, oneTime: 0, alignment: 50, applicable: 2, aligned: 1 },
    { id: 'bee', name: 'Bee', mrr: 50, oneTime: 60, alignment: 25, applicable: 2, aligned: 0 },
    { id: 'cat', name: 'Cat', mrr: 0, oneTime: 0, alignment: null, applicable: 0, aligned: 0 },
    { id: 'dog', name: 'Dog', mrr: 200, oneTime: 300, alignment: 0, applicable: 1, aligned: 0 },
  ],
  stackItems: [
    {
      id: 'phones',
      name: 'Phones',
      category: null,
      tags: [],
      mrr: 250,
      oneTime: 300,
      applicable: 3,
      aligned: 1,
      cells: {
        band: [2, 1, -1, 0],
        alignment: [100, 50, 0, 0],
        mrr: [0, 50, 0, 200],
        oneTime: [0, 0, 0, 300],
      },
    },
    {
      id: 'backup',
      name: 'Backup',
      category: null,
      tags: [],
      mrr: 100,
      oneTime: 60,
      applicable: 2,
      aligned: 0,
      cells: { band: [0, 0, -1, -1], alignment: [0, 0, 0, 0], mrr: [100, 0, 0, 0], oneTime: [0, 60, 0, 0] },
    },
    {
      id: 'antivirus',
      name: 'Antivirus',
      category: null,
      tags: [],
      mrr: 0,
      oneTime: 0,
      applicable: 0,
      aligned: 0,
      cells: { band: [-1, -1, -1, -1], alignment: [0, 0, 0, 0], mrr: [0, 0, 0, 0], oneTime: [0, 0, 0, 0] },
    },
  ],
  totals: { mrr: 350, oneTime: 360, applicable: 5, aligned: 1 },
};
