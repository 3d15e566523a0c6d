import { Select, Text, Textarea, TextInput } from '@mantine/core';
import type { MetricProblem } from '../../../domain/metrics/metric-problems.ts';
import { COMPUTED_FACTS, type ComputedFact } from '../../../domain/portfolio/definitions.ts';
import type { FactSpread } from '../../../domain/what-if/fact-spread.ts';
import { TemplateNameInput } from '../../assessments/TemplateNameInput.tsx';
import classes from './admin.module.css';
import { ChoicesEditor } from './ChoicesEditor.tsx';
import { DecimalInput } from './DecimalInput.tsx';
import { FACT_NAMES, KIND_NAMES } from './fact-names.ts';
import { IconPicker } from './IconPicker.tsx';
import type { DraftMetric } from './metrics-draft.ts';
import { withKind } from './new-metric.ts';
import { PointsBandsEditor } from './PointsBandsEditor.tsx';

interface MetricEditorProps {
  readonly metric: DraftMetric;
  readonly problems: readonly MetricProblem[];
  readonly spread: FactSpread | null;
  readonly onChange: (metric: DraftMetric) => void;
}

/** Every field of one metric. */
export function MetricEditor({ metric, problems, spread, onChange }: MetricEditorProps) {
  const set = (part: Partial<DraftMetric>) => onChange({ ...metric, ...part } as DraftMetric);
  const error = (field: MetricProblem['field']) => problems.find((it) => it.field === field)?.message;
  return (
    <div className={classes.editor}>
      <div className={classes.fields}>
        <TextInput
          label="Name"
          value={metric.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={error('name')}
          required
        />
        <Select
          label="Kind"
          description={metric.id === null ? undefined : 'Stays as it is'}
          data={Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label }))}
          value={metric.kind}
          onChange={(kind) => onChange(withKind(metric, kind as DraftMetric['kind']))}
          disabled={metric.id !== null}
          allowDeselect={false}
        />
        <DecimalInput
          label="Max score"
          value={metric.maxScore}
          onChange={(maxScore) => set({ maxScore })}
          error={error('maxScore')}
        />
        <DecimalInput
          label="Stale after"
          description="Empty: never"
          suffix=" days"
          decimalScale={0}
          max={36_500}
          value={metric.staleAfterDays === null ? '' : String(metric.staleAfterDays)}
          onChange={(days) => set({ staleAfterDays: days === '' ? null : Number(days) })}
        />
      </div>
      <Textarea
        label="Description"
        value={metric.description ?? ''}
        onChange={(event) => set({ description: event.currentTarget.value || null })}
        autosize
        minRows={1}
        maxRows={4}
      />
      <div>
        <IconPicker value={metric.icon} onChange={(icon) => set({ icon })} />
      </div>
      <Kind metric={metric} error={error} spread={spread} set={set} />
    </div>
  );
}

interface KindProps {
  readonly metric: DraftMetric;
  readonly error: (field: MetricProblem['field']) => string | undefined;
  readonly spread: FactSpread | null;
  readonly set: (part: Partial<DraftMetric>) => void;
}

function Kind({ metric, error, spread, set }: KindProps) {
  switch (metric.kind) {
    case 'custom':
      return (
        <ChoicesEditor
          choices={metric.choices}
          error={error('choices')}
          onChange={(choices) => set({ choices })}
        />
      );
    case 'assessment':
      return (
        <TemplateNameInput
          label="Assessment template"
          description="Empty: the latest assessment of any template"
          value={metric.template ?? ''}
          onChange={(template) => set({ template: template || null })}
        />
      );
    case 'csat':
      return (
        <Text fz="sm" c="dimmed">
          The share of positive responses in the last 90 days.
        </Text>
      );
    case 'computed':
      return (
        <>
          <Select
            label="Fact"
            data={COMPUTED_FACTS.map((fact) => ({ value: fact, label: FACT_NAMES[fact] }))}
            value={metric.fact}
            onChange={(fact) => set({ fact: fact as ComputedFact })}
            allowDeselect={false}
            searchable
            maw={320}
          />
          <PointsBandsEditor
            bands={metric.bands}
            spread={spread?.fact === metric.fact ? spread : null}
            error={error('bands')}
            onChange={(bands) => set({ bands })}
          />
        </>
      );
  }
}
