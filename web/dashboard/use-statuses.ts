import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type StatusStyle, statusStyles } from '../charts/status-style.ts';
import { choicesQuery } from './queries.ts';

const NONE: readonly { name: string; color: string }[] = [];

/** How the workspace's health statuses look, from the lowest up; empty while they are being loaded. */
export function useStatuses(): readonly StatusStyle[] {
  const choices = useQuery(choicesQuery).data;
  const statuses = choices?.healthStatuses ?? NONE;
  return useMemo(() => statusStyles(statuses), [statuses]);
}

export function useStatusNamed(): (name: string) => StatusStyle | undefined {
  const statuses = useStatuses();
  return (name) => statuses.find((status) => status.name === name);
}
