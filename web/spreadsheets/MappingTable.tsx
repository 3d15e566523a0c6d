import { Select, Table, Text } from '@mantine/core';
import { sheetKind } from '../../domain/spreadsheets/sheet-kinds.ts';
import { cellText } from './cell-text.ts';
import type { ReadSheet } from './read-file.ts';
import type { SheetChoices } from './sheet-choices.ts';
import classes from './spreadsheets.module.css';

interface MappingTableProps {
  readonly sheet: ReadSheet;
  readonly choices: SheetChoices;
  readonly onMap: (mapping: readonly (string | null)[]) => void;
}

const LEFT_OUT = 'Left out';

/** Every column of the sheet with some of what it holds, and the field that it fills. */
export function MappingTable({ sheet, choices, onMap }: MappingTableProps) {
  const { fields } = sheetKind(choices.kind);
  const { mapping } = choices;
  return (
    <Table.ScrollContainer minWidth={300} scrollAreaProps={{ tabIndex: 0, 'aria-label': 'Columns' }}>
      <Table fz="sm" className={classes.mapping}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Column</Table.Th>
            <Table.Th>Such as</Table.Th>
            <Table.Th w={240}>Fills</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sheet.headings.map((heading, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are, and headings may be the same
            <Table.Tr key={index}>
              <Table.Td fw={550} dir="auto">
                {heading || `Column ${index + 1}`}
              </Table.Td>
              <Table.Td>
                <Text fz="sm" c="dimmed" lineClamp={1} dir="auto">
                  {samples(sheet, index)}
                </Text>
              </Table.Td>
              <Table.Td>
                <Select
                  aria-label={`${heading || `Column ${index + 1}`} fills`}
                  placeholder={LEFT_OUT}
                  data={fields.map(({ name, label, required }) => ({
                    value: name,
                    label: required ? `${label} *` : label,
                    disabled: mapping.includes(name) && mapping[index] !== name,
                  }))}
                  value={mapping[index] ?? null}
                  onChange={(name) => onMap(mapping.map((one, i) => (i === index ? name : one)))}
                  clearable
                  clearButtonProps={{ 'aria-label': `Leave out ${heading || `Column ${index + 1}`}` }}
                  searchable
                  size="xs"
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function samples({ rows }: ReadSheet, index: number): string {
  const texts = rows.map((row) => cellText(row[index] ?? null, 'point').trim()).filter((text) => text !== '');
  return [...new Set(texts)].slice(0, 3).join(' · ') || '(empty)';
}
