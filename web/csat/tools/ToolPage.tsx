import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { AnchorLink } from '../../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../../ui/Notes.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { toolsQuery } from './queries.ts';
import { ToolEditor } from './ToolEditor.tsx';

/** One survey tool: how it is read, tested on a delivery; its address and signature; what it has sent. */
export function ToolPage() {
  const { tool: id } = useParams({ from: '/app/settings/surveys/$tool' });
  const tools = useQuery(toolsQuery);
  const back = <AnchorLink {...paths.surveys()}>All surveys</AnchorLink>;
  if (tools.error && !tools.data)
    return <LoadFailed error={tools.error} onRetry={() => void tools.refetch()} />;
  if (!tools.data)
    return (
      <>
        <PageHeader title="Survey tool" note={back} />
        <Skeleton h={480} />
      </>
    );
  const tool = tools.data.find((one) => one.id === id);
  if (!tool)
    return (
      <>
        <PageHeader title="Survey tool" note={back} />
        <EmptyNote title="There is no such survey tool">It may have been deleted.</EmptyNote>
      </>
    );
  return (
    <>
      <PageHeader title={tool.name} note={back} />
      <ToolEditor key={tool.id} stored={tool} />
    </>
  );
}
