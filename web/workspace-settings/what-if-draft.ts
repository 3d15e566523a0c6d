import type { WorkspaceSettings } from '../../contract/workspace-settings.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import { editedStatuses, statusMoves } from '../../domain/recommendations/edited-statuses.ts';
import type { Draft } from '../../domain/what-if/draft.ts';
import { realDay } from './real-day.ts';
import { editedFields, goneStatuses, type Values } from './values.ts';

/** The edit of settings as one that the rules can be run over; `now`: the definitions that hold. `instant`: by the clock. */
export function whatIfDraft(
  stored: WorkspaceSettings,
  base: Values,
  values: Values,
  now: Definitions,
  instant: Date,
): Draft {
  const edited = new Set(editedFields(base, values));
  if (edited.size === 0) return AS_IT_STANDS;
  const replaced = goneStatuses(base, values).flatMap((status) => {
    const by = values.replacedStatuses[status];
    return by ? [{ status, by }] : [];
  });
  const { recommendationStatuses } = values;
  const names = editedStatuses(base.recommendationStatuses, recommendationStatuses, replaced, new Set());
  return {
    asOf: values.asOf ?? realDay(stored, values.timeZone, instant),
    recommendationStatuses: 'problem' in names ? new Map() : statusMoves(names),
    definitions: {
      workspace: {
        ...now.workspace,
        currency: values.currency,
        effortMidpoint: String(values.effortMidpoint),
        valueMidpoint: values.valueMidpoint,
        seatValueMidpoint: values.seatValueMidpoint,
      },
      ...(edited.has('exchangeRates') || edited.has('currency')
        ? { exchangeRates: new Map(values.exchangeRates.map(({ currency, rate }) => [currency, rate])) }
        : {}),
      ...(edited.has('segments') ? { segments: values.segments } : {}),
      ...(edited.has('alignmentBands')
        ? {
            alignmentBands: values.alignmentBands
              .map(({ name, from, color }) => ({ name, from: String(from), color }))
              .sort((a, b) => Number(a.from) - Number(b.from)),
          }
        : {}),
      ...(edited.has('recommendationStatuses')
        ? {
            recommendationStatuses: values.recommendationStatuses.map(({ name, state, color }, i) => ({
              name,
              state,
              color,
              order: String(i + 1),
            })),
          }
        : {}),
    },
  };
}

const AS_IT_STANDS: Draft = {};
