import { BandField, ExchangeRate, WorkspaceSettingsChange } from '../../contract/workspace-settings.ts';
import { bandsProblem } from '../../domain/portfolio/bands-problem.ts';
import { editedStatuses } from '../../domain/recommendations/edited-statuses.ts';
import { type Field, goneStatuses, type Values } from './values.ts';

export type Problems = Partial<Readonly<Record<Field, string>>>;

const { shape } = WorkspaceSettingsChange;

/** What stands in the way of saving, by field. `used`: statuses that recommendations have. */
export function problemsOf(base: Values, values: Values, used: ReadonlySet<string>): Problems {
  const found: Partial<Record<Field, string | null>> = {
    name: shape.name.safeParse(values.name).success ? null : 'Give the workspace a name',
    effortMidpoint:
      isGiven(values.effortMidpoint) && values.effortMidpoint <= 100 ? null : 'Give a number from 0 to 100',
    alignmentStaleAfterDays:
      shape.alignmentStaleAfterDays.safeParse(values.alignmentStaleAfterDays).success &&
      isGiven(values.alignmentStaleAfterDays)
        ? null
        : 'Give a whole number of days',
    exchangeRates: ratesProblem(values),
    segments: values.segments.every(({ name }) => name.trim()) ? null : 'Every segment needs a name',
    alignmentBands: alignmentBandsProblem(values),
    recommendationStatuses: statusesProblem(base, values, used),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== null)) as Problems;
}

function isGiven(value: number | null): value is number {
  return value !== null && value >= 0;
}

function ratesProblem({ currency, exchangeRates }: Values): string | null {
  const wrong = exchangeRates.find((rate) => !ExchangeRate.safeParse(rate).success);
  if (wrong) return `Give what one ${wrong.currency} is worth, a number such as 1.0825`;
  return exchangeRates.some((rate) => rate.currency === currency)
    ? `${currency} is the workspace’s own currency; take its rate out`
    : null;
}

function alignmentBandsProblem({ alignmentBands }: Values): string | null {
  const wrong = alignmentBands.find((band) => !BandField.safeParse(band).success);
  if (wrong)
    return `Give ${wrong.name.trim() ? `“${wrong.name}”` : 'every band a name,'} a number from 0 to 100 and a colour`;
  return bandsProblem(alignmentBands.map(({ name, from }) => ({ name: name.trim(), from: String(from) })));
}

function statusesProblem(base: Values, values: Values, used: ReadonlySet<string>): string | null {
  const statuses = values.recommendationStatuses;
  if (statuses.some(({ name }) => !name.trim())) return 'Every status needs a name';
  const replaced = goneStatuses(base, values).flatMap((status) => {
    const by = values.replacedStatuses[status];
    return by ? [{ status, by }] : [];
  });
  const edited = editedStatuses(base.recommendationStatuses, statuses, replaced, used);
  return 'problem' in edited ? edited.problem : null;
}
