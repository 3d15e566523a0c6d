import { Button, Group, Skeleton, Switch } from '@mantine/core';
import { useFullscreenDocument } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import Download from 'lucide-react/icons/download';
import Maximize from 'lucide-react/icons/maximize';
import Printer from 'lucide-react/icons/printer';
import { useEffect, useState } from 'react';
import { isRefusal } from '../../api/query-client.ts';
import { paths } from '../../paths.ts';
import { NotFound } from '../../shell/RouteNotes.tsx';
import { ButtonLink } from '../../ui/links.tsx';
import { LoadFailed } from '../../ui/Notes.tsx';
import { budgetCsvUrl, clientRoadmapQuery } from '../queries.ts';
import { ClientSheet } from './ClientSheet.tsx';
import classes from './client.module.css';

/** The roadmap and budget to be shown to the client, on a screen or on paper: without navigation, and without what is only for us. */
export function ClientPage() {
  const { id } = useParams({ from: '/customers/$id/roadmap/client' });
  const roadmap = useQuery(clientRoadmapQuery(id));
  const [descriptions, setDescriptions] = useState(true);
  const { toggle } = useFullscreenDocument();
  const name = roadmap.data?.company.name;
  // it names the file when the page is saved as PDF
  useEffect(() => {
    if (name !== undefined) document.title = `${name}: IT roadmap and budget`;
  }, [name]);
  if (isRefusal(roadmap.error, 'not_found')) return <NotFound />;
  return (
    <div className={classes.page}>
      <header className={classes.toolbar}>
        <ButtonLink
          {...paths.customerRoadmap(id)}
          variant="subtle"
          color="gray"
          leftSection={<ArrowLeft size={16} aria-hidden />}
        >
          Back to the roadmap
        </ButtonLink>
        <Group gap="xs">
          <Switch
            label="Descriptions"
            checked={descriptions}
            onChange={(event) => setDescriptions(event.currentTarget.checked)}
          />
          <Button
            component="a"
            href={budgetCsvUrl(id, 'gross')}
            download
            variant="default"
            leftSection={<Download size={16} aria-hidden />}
          >
            Budget as CSV
          </Button>
          <Button
            variant="default"
            leftSection={<Maximize size={16} aria-hidden />}
            onClick={() => void toggle()}
          >
            Full screen
          </Button>
          <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
            Print
          </Button>
        </Group>
      </header>
      <main className={classes.sheet}>
        {roadmap.error && !roadmap.data ? (
          <LoadFailed error={roadmap.error} onRetry={() => void roadmap.refetch()} />
        ) : null}
        {roadmap.isPending ? <Skeleton h={500} /> : null}
        {roadmap.data ? <ClientSheet roadmap={roadmap.data} descriptions={descriptions} /> : null}
      </main>
    </div>
  );
}
