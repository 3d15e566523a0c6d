import { Badge, ColorSwatch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { recommendationChoicesQuery } from './queries.ts';

interface StatusProps {
  /** Null: the workspace has no status for it. */
  readonly status: string | null;
}

/** The colour of a recommendation's status; beside its name, which says it without colour. */
export function RecommendationStatusMark({ status }: StatusProps) {
  const statuses = useQuery(recommendationChoicesQuery).data?.statuses ?? [];
  const color = statuses.find(({ name }) => name === status)?.color ?? 'var(--mantine-color-gray-5)';
  return <ColorSwatch component="span" color={color} size={10} withShadow={false} aria-hidden />;
}

/** A recommendation's status: its colour and its name. */
export function RecommendationStatusBadge({ status }: StatusProps) {
  return (
    <Badge
      component="span"
      variant="default"
      size="sm"
      leftSection={<RecommendationStatusMark status={status} />}
    >
      {status ?? 'No status'}
    </Badge>
  );
}
