import { Button, Stack, Text } from '@mantine/core';
import { AddCompany } from '../companies/AddCompany.tsx';
import { useMe } from '../me/queries.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { BundleDropZone } from './BundleDropZone.tsx';
import classes from './bundle.module.css';
import { ImportFollow } from './ImportFollow.tsx';
import { demoUrl, importUrl } from './urls.ts';
import { useImport } from './use-import.ts';

/** An empty workspace: how to fill it. When an import has ended well, the dashboard takes this place. */
export function FirstRun() {
  const { workspace } = useMe();
  const { state, start, cancel, reset } = useImport();
  return (
    <>
      <PageHeader
        title={`Welcome to ${workspace.name}`}
        note="There is no company here yet. Fill the workspace in one of these ways."
      />
      {state.step === 'idle' ? (
        <div className={classes.ways}>
          <Panel title="Look around with a demo">
            <Stack gap="sm" align="start">
              <Text fz="sm" c="dimmed">
                162 invented companies with contracts, health, effort and a stack, so that every chart has
                something to show.
              </Text>
              <Button onClick={() => start({ url: demoUrl })}>Load the demo portfolio</Button>
            </Stack>
          </Panel>
          <Panel title="Bring your portfolio">
            <BundleDropZone onFile={(file) => start({ url: importUrl, file })} />
          </Panel>
          <Panel title="Start by hand">
            <Stack gap="sm" align="start">
              <Text fz="sm" c="dimmed">
                Add a company, then its contracts, contacts and metrics on its own pages, and your stack in
                the settings.
              </Text>
              <AddCompany />
            </Stack>
          </Panel>
        </div>
      ) : (
        <Panel title={state.step === 'running' ? 'Filling the workspace' : 'Import'}>
          <ImportFollow state={state} onCancel={cancel} onReset={reset} />
        </Panel>
      )}
    </>
  );
}
