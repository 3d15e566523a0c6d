import { SegmentedControl, Switch, Text, UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { DrawingStyle } from '../charts/drawing.ts';
import { quadrantWords, segmentsDrawing } from '../charts/options/segments.ts';
import { statusStyles } from '../charts/status-style.ts';
import { useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { formatWhole } from '../ui/numbers.ts';
import classes from './dashboard.module.css';
import { ElementCard } from './ElementCard.tsx';
import { ElementChart } from './ElementChart.tsx';
import type { ElementProps } from './element.ts';
import { FigureTable } from './FigureTable.tsx';

export function SegmentsCard({ dashboard, options, onChange, onOpen }: ElementProps) {
  const navigate = useNavigate();
  const { segments, health } = dashboard;
  const { sizeByEmployees } = options;
  const draw = useCallback(
    (style: DrawingStyle) => {
      const statuses = statusStyles(health.map(({ status: name, color }) => ({ name, color })));
      return segmentsDrawing(segments, { ...style, statuses, sizeByEmployees });
    },
    [segments, health, sizeByEmployees],
  );
  return (
    <ElementCard
      title="Customer Segments"
      className={classes.segments}
      options={<SegmentOptions options={options} onChange={onChange} />}
      table={<PointTable dashboard={dashboard} />}
      chart={(height) => (
        <ElementChart
          label="Customer Segments"
          height={height}
          renderer="canvas"
          draw={draw}
          onOpen={(id) => void navigate(paths.customer(id))}
        />
      )}
      footer={<Quadrants dashboard={dashboard} onOpen={onOpen} />}
    />
  );
}

function SegmentOptions({ options, onChange }: Pick<ElementProps, 'options' | 'onChange'>) {
  return (
    <>
      <div>
        <Text fz="sm" fw={550} mb={4}>
          Render by
        </Text>
        <SegmentedControl
          aria-label="Render by"
          fullWidth
          size="xs"
          data={[
            { value: 'total', label: 'Value' },
            { value: 'perSeat', label: 'Value per seat' },
          ]}
          value={options.value}
          onChange={(value) => onChange({ value: value === 'perSeat' ? 'perSeat' : 'total' })}
        />
      </div>
      <Switch
        label="Size by relative number of employees"
        description="A dot grows with the company’s employees, compared with the average"
        checked={options.sizeByEmployees}
        onChange={(event) => onChange({ sizeByEmployees: event.currentTarget.checked })}
      />
      <Text fz="xs" c="dimmed">
        To zoom, drag the handles below the chart, or hold Ctrl and turn the mouse wheel; drag the chart to
        move.
      </Text>
    </>
  );
}

/** The four quadrants and those not placed, with how many stand there; each opens its companies. */
function Quadrants({ dashboard, onOpen }: Pick<ElementProps, 'dashboard' | 'onOpen'>) {
  const { quadrants, notPlaced } = dashboard.segments;
  const all = [...quadrants, { id: 'not_placed', name: 'Not placed', companies: notPlaced }];
  return (
    <div className={classes.quadrants}>
      {all.map(({ id, name, companies }) => (
        <UnstyledButton
          key={id}
          className={classes.quadrant ?? ''}
          aria-label={quadrantWords(name, companies)}
          onClick={() => onOpen({ element: 'segments', slice: id, item: null, figure: null })}
        >
          <b>{formatWhole(companies)}</b> {name}
        </UnstyledButton>
      ))}
    </div>
  );
}

function PointTable({ dashboard }: Pick<ElementProps, 'dashboard'>) {
  const navigate = useNavigate();
  const money = useMoney();
  const { segments } = dashboard;
  const names = new Map(segments.quadrants.map(({ id, name }) => [id, name]));
  return (
    <FigureTable
      label="Customer Segments"
      headers={[
        'Company',
        segments.value === 'total' ? 'MRR' : 'MRR per seat',
        'Effort',
        'Health',
        'Employees',
        'Segment',
      ]}
      maxHeight="var(--chart-height)"
      rows={segments.points.map((point) => ({
        key: point.id,
        name: point.name,
        figures: [
          money.full(point.value),
          formatWhole(point.effort),
          point.health === null ? point.status : `${formatWhole(point.health)} · ${point.status}`,
          formatWhole(point.employees),
          names.get(point.quadrant),
        ],
        onOpen: () => void navigate(paths.customer(point.id)),
      }))}
    />
  );
}
