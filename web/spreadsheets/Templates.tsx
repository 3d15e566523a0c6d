import { Button, Group, Text } from '@mantine/core';
import Download from 'lucide-react/icons/download';
import { SHEET_KIND_NAMES, type SheetKindName, sheetKind } from '../../domain/spreadsheets/sheet-kinds.ts';
import { Panel } from '../ui/Panel.tsx';

/** Empty sheets with the headings that are understood, to be filled in. */
export function Templates() {
  return (
    <Panel title="Templates">
      <Text c="dimmed" fz="sm" mb="sm">
        Empty sheets with the right headings, as CSV. Other headings can be used as well: you say which column
        is what.
      </Text>
      <Group gap="xs">
        {SHEET_KIND_NAMES.map((kind) => (
          <Button
            key={kind}
            component="a"
            href={templateUrl(kind)}
            download={`${kind}.csv`}
            size="xs"
            variant="default"
            leftSection={<Download size={14} aria-hidden />}
          >
            {sheetKind(kind).label}
          </Button>
        ))}
      </Group>
    </Panel>
  );
}

/** The byte order mark tells a spreadsheet that the text is UTF-8. */
function templateUrl(kind: SheetKindName): string {
  const headings = sheetKind(kind).fields.map(({ label }) => (label.includes(',') ? `"${label}"` : label));
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${headings.join(',')}\r\n`)}`;
}
