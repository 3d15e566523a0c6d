import { type DraftMetric, newKey } from './metrics-draft.ts';

/** A metric to begin with: a person's judgement of 0 to 10. */
export function newMetric(): DraftMetric {
  return {
    key: newKey(),
    id: null,
    name: '',
    description: null,
    icon: 'gauge',
    maxScore: '10',
    weight: '1',
    staleAfterDays: null,
    retired: false,
    kind: 'custom',
    choices: [],
  };
}

/** The same metric in another kind, with what that kind needs. */
export function withKind(metric: DraftMetric, kind: DraftMetric['kind']): DraftMetric {
  const { key, id, name, description, icon, maxScore, weight, staleAfterDays, retired } = metric;
  const same = { key, id, name, description, icon, maxScore, weight, staleAfterDays, retired };
  switch (kind) {
    case 'custom':
      return { ...same, kind, choices: [] };
    case 'assessment':
      return { ...same, kind, template: null };
    case 'csat':
      return { ...same, kind };
    case 'computed':
      return { ...same, kind, fact: 'employees', bands: [{ upTo: null, points: maxScore }] };
  }
}
