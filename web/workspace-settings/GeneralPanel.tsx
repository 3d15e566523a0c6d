import { Alert, Select, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { formatDay } from '../ui/days.ts';
import { Panel } from '../ui/Panel.tsx';
import { FIRST_WEEKDAY } from '../ui/weekdays.ts';
import { realDay } from './real-day.ts';
import type { Editing } from './use-workspace-settings.ts';
import classes from './workspace-settings.module.css';

const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** The workspace's name, and when its days begin and end. */
export function GeneralPanel({ editing: { values, stored, problems, set } }: { readonly editing: Editing }) {
  const zones = ZONES.includes(values.timeZone) ? ZONES : [values.timeZone, ...ZONES];
  const today = realDay(stored, values.timeZone, new Date());
  return (
    <Panel title="General">
      <div className={classes.fields}>
        <TextInput
          label="Name"
          description="Of your company, as your people read it"
          value={values.name}
          error={problems.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Select
          label="Time zone"
          description={
            values.timeZone === stored.timeZone || values.asOf
              ? 'Days begin and end there'
              : `“Today” ${today === stored.today ? 'stays' : 'becomes'} ${formatDay(today)}`
          }
          searchable
          allowDeselect={false}
          limit={200}
          data={zones}
          value={values.timeZone}
          onChange={(timeZone) => timeZone && set({ timeZone })}
        />
        <DatePickerInput
          firstDayOfWeek={FIRST_WEEKDAY}
          label="Fixed “today”"
          description={`Empty: the real day, ${formatDay(today)}`}
          placeholder="The real day"
          clearable
          clearButtonProps={{ 'aria-label': 'Use the real day' }}
          valueFormat="MMM D, YYYY"
          value={values.asOf}
          onChange={(asOf) => set({ asOf })}
        />
      </div>
      {values.asOf ? (
        <Alert color="yellow" variant="light" mt="sm" icon={<TriangleAlert size={18} aria-hidden />}>
          Time stands still for everybody: contracts, renewals and what is stale are judged as of{' '}
          {formatDay(values.asOf)}. This is for a demonstration; take the day out for real work.
        </Alert>
      ) : null}
    </Panel>
  );
}
