import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import {
  importSheet,
  MOST_SHEET_ROWS,
  type Sheet,
  type SheetImport,
  type SheetResult,
} from '../../contract/spreadsheets.ts';
import type { DateOrder, DecimalMark } from '../../domain/spreadsheets/read-cell.ts';
import { SHEET_KIND_NAMES, type SheetKindName, sheetKind } from '../../domain/spreadsheets/sheet-kinds.ts';
import { call } from '../api/call.ts';
import { FormError } from '../ui/FormError.tsx';
import { formatCount } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { CheckResult } from './CheckResult.tsx';
import { cellText } from './cell-text.ts';
import { MappingTable } from './MappingTable.tsx';
import type { ReadSheet } from './read-file.ts';
import { choicesOf, firstChoices, lackingFields, type SheetChoices } from './sheet-choices.ts';
import classes from './spreadsheets.module.css';

interface SheetFormProps {
  readonly fileName: string;
  readonly sheets: readonly ReadSheet[];
  readonly imports: readonly SheetImport[];
  readonly onClose: () => void;
  /** It was brought in; what that did, in words. */
  readonly onDone: (words: string) => void;
}

const DATES: { value: DateOrder; label: string }[] = [
  { value: 'month_first', label: '11/30/2026' },
  { value: 'day_first', label: '30/11/2026' },
];
const DECIMALS: { value: DecimalMark; label: string }[] = [
  { value: 'point', label: '1,234.50' },
  { value: 'comma', label: '1.234,50' },
];
const KINDS = SHEET_KIND_NAMES.map((value) => ({ value, label: sheetKind(value).label }));

/** Says what a sheet is and which column fills what; then checks it, then brings it in. */
export function SheetForm({ fileName, sheets, imports, onClose, onDone }: SheetFormProps) {
  const queryClient = useQueryClient();
  const [place, setPlace] = useState(0);
  const sheet = sheets[place]!;
  const [choices, setChoices] = useState(() => firstChoices(sheet.headings, imports));
  const check = useMutation({
    mutationFn: () =>
      call(importSheet, { query: { dryRun: 'true' }, body: bodyOf(fileName, sheet, choices) }),
  });
  const bring = useMutation({
    mutationFn: () => call(importSheet, { body: bodyOf(fileName, sheet, choices) }),
    onSuccess: (result) => {
      void queryClient.invalidateQueries();
      onDone(`${fileName}: ${countsInWords(result)}.`);
    },
  });
  const choose = (next: Partial<SheetChoices>) => {
    check.reset();
    bring.reset();
    setChoices({ ...choices, from: null, ...next });
  };
  const chooseSheet = (index: number) => {
    check.reset();
    setPlace(index);
    setChoices(firstChoices(sheets[index]!.headings, imports));
  };
  const lacking = lackingFields(choices);
  return (
    <Panel title={fileName}>
      <Stack gap="md">
        <div className={classes.choices}>
          {sheets.length > 1 ? (
            <Select
              label="Sheet"
              data={sheets.map(({ name }, i) => ({ value: String(i), label: name }))}
              value={String(place)}
              onChange={(value) => chooseSheet(Number(value))}
              allowDeselect={false}
            />
          ) : null}
          <Select
            label="What a row is"
            data={KINDS}
            value={choices.kind}
            onChange={(kind) => choose(choicesOf(kind as SheetKindName, sheet.headings))}
            allowDeselect={false}
          />
          <StyleChoice
            label="Dates that are typed as text"
            options={DATES}
            value={choices.dates}
            onChange={(dates) => choose({ dates })}
          />
          <StyleChoice
            label="Amounts that are typed as text"
            options={DECIMALS}
            value={choices.decimals}
            onChange={(decimals) => choose({ decimals })}
          />
        </div>
        {choices.from ? (
          <Text fz="sm" c="dimmed">
            Columns as in the import of {choices.from.fileName}, which had the same headings.
          </Text>
        ) : null}
        <MappingTable sheet={sheet} choices={choices} onMap={(mapping) => choose({ mapping })} />
        {lacking.length > 0 ? (
          <Text fz="sm" role="status">
            New rows need a column for: <b>{lacking.join(', ')}</b>.
          </Text>
        ) : null}
        {sheet.rows.length > MOST_SHEET_ROWS ? (
          <Text fz="sm" c="red" role="alert">
            {formatCount(sheet.rows.length, 'row', 'rows')} are too many at once; at most{' '}
            {formatCount(MOST_SHEET_ROWS, 'row', 'rows')}. Split the file, or use a portfolio bundle.
          </Text>
        ) : null}
        {check.data ? <CheckResult result={check.data} kind={choices.kind} /> : null}
        <FormError error={check.error ?? bring.error} />
        <Actions
          rows={sheet.rows.length}
          result={check.data}
          checking={check.isPending}
          bringing={bring.isPending}
          onCheck={() => check.mutate()}
          onBring={() => bring.mutate()}
          onClose={onClose}
        />
      </Stack>
    </Panel>
  );
}

interface StyleChoiceProps<V extends string> {
  readonly label: string;
  readonly options: { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** How something is written in the sheet, by an example of each way. */
function StyleChoice<V extends string>({ label, options, value, onChange }: StyleChoiceProps<V>) {
  const id = useId();
  return (
    <div>
      <Text fz="sm" fw={500} id={id}>
        {label}
      </Text>
      <SegmentedControl aria-labelledby={id} data={options} value={value} onChange={onChange} />
    </div>
  );
}

interface ActionsProps {
  readonly rows: number;
  readonly result: SheetResult | undefined;
  readonly checking: boolean;
  readonly bringing: boolean;
  readonly onCheck: () => void;
  readonly onBring: () => void;
  readonly onClose: () => void;
}

function Actions({ rows, result, checking, bringing, onCheck, onBring, onClose }: ActionsProps) {
  const ready = result !== undefined && result.problems.length === 0;
  const some = ready && result.created + result.updated > 0;
  return (
    <Group gap="xs" justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {ready && !some ? 'Close' : 'Cancel'}
      </Button>
      {ready ? (
        <Button onClick={onBring} loading={bringing} disabled={!some}>
          {some
            ? `Bring in ${formatCount(result.created + result.updated, 'row', 'rows')}`
            : 'Nothing to bring in'}
        </Button>
      ) : (
        <Button onClick={onCheck} loading={checking} disabled={rows > MOST_SHEET_ROWS}>
          Check {formatCount(rows, 'row', 'rows')}
        </Button>
      )}
    </Group>
  );
}

const bodyOf = (fileName: string, { headings, rows }: ReadSheet, choices: SheetChoices): Sheet => ({
  fileName,
  kind: choices.kind,
  headings: [...headings],
  mapping: [...choices.mapping],
  dates: choices.dates,
  decimals: choices.decimals,
  rows: rows.map((row) => row.map((cell) => cellText(cell, choices.decimals))),
});

function countsInWords({ created, updated, unchanged }: SheetResult): string {
  return `${created} created, ${updated} changed, ${unchanged} as they were`;
}
