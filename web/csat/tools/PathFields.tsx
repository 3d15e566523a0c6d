import { Autocomplete, Text } from '@mantine/core';
import { parseFieldPath, placesIn, valueAt } from '../../../domain/csat/field-path.ts';
import {
  DELIVERY_FIELD_NAMES,
  DELIVERY_FIELDS,
  type DeliveryField,
  type SurveyMapping,
} from '../../../domain/csat/survey-mapping.ts';
import classes from '../csat.module.css';

interface PathFieldsProps {
  readonly paths: SurveyMapping['paths'];
  /** What the paths lead into; undefined: there is none. */
  readonly sample: unknown;
  readonly onChange: (paths: SurveyMapping['paths']) => void;
}

/** Where each thing stands, chosen among what stands in the sample, with what is found there. */
export function PathFields({ paths, sample, onChange }: PathFieldsProps) {
  const places = sample === undefined ? [] : placesIn(sample);
  const shownAt = new Map(places.map(({ path, value }) => [path, value]));
  return (
    <div className={classes.paths}>
      {DELIVERY_FIELDS.map((field) => (
        <div key={field}>
          <Autocomplete
            label={DELIVERY_FIELD_NAMES[field]}
            placeholder="not sent"
            maxLength={200}
            value={paths[field]}
            error={paths[field] !== '' && parseFieldPath(paths[field]) === null ? 'No path' : null}
            onChange={(path) => onChange({ ...paths, [field]: path })}
            data={[...new Set(places.map(({ path }) => path))]}
            renderOption={({ option }) => (
              <div>
                <Text fz="sm">{option.value}</Text>
                <Text fz="xs" c="dimmed" truncate maw={260}>
                  {shownAt.get(option.value)}
                </Text>
              </div>
            )}
          />
          <Text fz="xs" c="dimmed" truncate mih={18} className="qd-figures">
            {sample === undefined ? '' : foundIn(sample, paths[field], field)}
          </Text>
        </div>
      ))}
    </div>
  );
}

function foundIn(sample: unknown, text: string, field: DeliveryField): string {
  const path = parseFieldPath(text);
  if (path === null) return '';
  const value = valueAt(sample, path);
  if (value === undefined) return field === 'rating' ? 'not in the sample' : 'nothing in the sample';
  return typeof value === 'object' && value !== null ? 'a list or an object' : String(value);
}
