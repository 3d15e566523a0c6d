import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import Download from 'lucide-react/icons/download';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/links.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { BundleDropZone } from './BundleDropZone.tsx';
import { ImportFollow } from './ImportFollow.tsx';
import { exportUrl, importUrl } from './urls.ts';
import { useImport } from './use-import.ts';

/** The whole portfolio in and out, as a bundle of CSV files. */
export function ImportExportPage() {
  const { state, start, cancel, reset } = useImport();
  return (
    <>
      <PageHeader title="Import & export" note="The whole portfolio as CSV files in one zip" />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Panel title="Import">
          <Stack gap="sm">
            <Text c="dimmed" fz="sm">
              Rows are matched by their key: new ones are created, changed ones updated, and what the bundle
              does not name stays as it is.
            </Text>
            {state.step === 'idle' ? (
              <BundleDropZone onFile={(file) => start({ url: importUrl, file })} />
            ) : null}
            <ImportFollow
              state={state}
              onCancel={cancel}
              onReset={reset}
              next={<AfterImport onMore={reset} />}
            />
          </Stack>
        </Panel>
        <Panel title="Export">
          <Stack gap="sm" align="start">
            <Text c="dimmed" fz="sm">
              Everything in the workspace; importing it into an empty one gives the same portfolio.
            </Text>
            <Button
              component="a"
              href={exportUrl}
              download
              variant="default"
              leftSection={<Download size={16} aria-hidden />}
            >
              Download bundle
            </Button>
          </Stack>
        </Panel>
      </SimpleGrid>
    </>
  );
}

function AfterImport({ onMore }: { onMore: () => void }) {
  return (
    <Button.Group>
      <ButtonLink {...paths.dashboard()}>Open the dashboard</ButtonLink>
      <Button variant="default" onClick={onMore}>
        Import another
      </Button>
    </Button.Group>
  );
}
