import { Alert, Badge, Stack, Table, Text } from '@mantine/core';
import type { SheetResult } from '../../contract/spreadsheets.ts';
import { type SheetKindName, sheetKind } from '../../domain/spreadsheets/sheet-kinds.ts';
import { useMoney } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { formatCount, formatWhole } from '../ui/numbers.ts';
import classes from './spreadsheets.module.css';

interface CheckResultProps {
  readonly result: SheetResult;
  readonly kind: SheetKindName;
}

/** What a sheet would do: counts, every problem by its row and column, and each change. */
export function CheckResult({ result, kind }: CheckResultProps) {
  const { created, updated, unchanged, problems, moreProblems, rows } = result;
  const changing = created + updated;
  return (
    <Stack gap="sm">
      <Text role="status" fw={550}>
        {formatWhole(created)} new, {formatWhole(updated)} changed, {formatWhole(unchanged)} as they are
        {problems.length > 0
          ? `; ${formatCount(problems.length + moreProblems, 'problem', 'problems')}. Nothing can be brought in before they are mended.`
          : '.'}
      </Text>
      {problems.length > 0 ? (
        <Alert color="red" title="Mend these in the sheet, or leave their column out">
          <ul className={classes.problems} aria-label="Problems">
            {problems.map(({ row, column, message }) => (
              <li key={`${row} ${column} ${message}`}>
                <b>
                  Row {row}
                  {column === null ? '' : `, ${column}`}
                </b>{' '}
                {message}
              </li>
            ))}
          </ul>
          {moreProblems > 0 ? <Text fz="sm">and {formatWhole(moreProblems)} more</Text> : null}
        </Alert>
      ) : null}
      {rows.length > 0 ? <Changes rows={rows} kind={kind} /> : null}
      {changing > rows.length ? (
        <Text fz="sm" c="dimmed">
          The first {formatWhole(rows.length)} of {formatWhole(changing)} rows are shown.
        </Text>
      ) : null}
    </Stack>
  );
}

function Changes({ rows, kind }: { readonly rows: SheetResult['rows']; readonly kind: SheetKindName }) {
  const money = useMoney();
  const fields = new Map(sheetKind(kind).fields.map((field) => [field.name, field]));
  const said = (name: string, text: string) => {
    const rule = fields.get(name)?.rule;
    if (text !== '' && rule === 'money') return money.full(Math.round(Number(text) * 100));
    return text !== '' && rule === 'date' ? formatDay(text) : text;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={classes.changes} tabIndex={0} aria-label="What would change">
      <Table fz="sm" stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Row</Table.Th>
            <Table.Th>Name</Table.Th>
            <Table.Th>What would change</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ row, action, name, changes }) => (
            <Table.Tr key={row}>
              <Table.Td>{row}</Table.Td>
              <Table.Td dir="auto">
                {name}{' '}
                {action === 'create' ? (
                  <Badge size="xs" color="teal">
                    New
                  </Badge>
                ) : null}
              </Table.Td>
              <Table.Td>
                {changes.map(({ field, before, after }) => (
                  <div key={field}>
                    <span className={classes.field}>{fields.get(field)?.label ?? field}:</span>{' '}
                    {before === '' ? '' : <del>{said(field, before)}</del>} {said(field, after)}
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
