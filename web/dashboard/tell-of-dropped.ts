import { notifications } from '@mantine/notifications';
import type { Dropped } from './address-reader.ts';

/** Says which parts of an address were left out. */
export function tellOfDropped(dropped: readonly Dropped[]): void {
  notifications.show({
    id: 'dropped',
    color: 'yellow',
    title: 'Part of this address means nothing here and was left out',
    message: dropped.map(({ name, value }) => `${name}: ${value}`).join(', '),
    autoClose: 12_000,
  });
}
