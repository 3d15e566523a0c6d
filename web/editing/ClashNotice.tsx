import { Alert, Radio, Stack, Text } from '@mantine/core';
import GitMerge from 'lucide-react/icons/git-merge';
import { useEffect, useRef } from 'react';
import { useMoney } from '../me/queries.ts';
import { formatMoment } from '../ui/days.ts';
import classes from './editing.module.css';
import type { Values } from './merge-edits.ts';
import type { Clash, Fields } from './use-edit-form.ts';

interface ClashNoticeProps<V extends Values> {
  readonly clash: Clash<V>;
  readonly fields: Fields<V>;
  readonly onDecide: (name: keyof V & string, whose: 'mine' | 'theirs') => void;
}

/** Who else has changed what meanwhile: what was taken over, and what is to be decided before saving again. */
export function ClashNotice<V extends Values>({ clash, fields, onDecide }: ClashNoticeProps<V>) {
  const money = useMoney();
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new clash is brought into sight
  useEffect(() => void place.current?.scrollIntoView({ block: 'nearest' }), [clash]);
  const { changed, base, mine, theirs, takenOver, clashes } = clash;
  const words = (name: keyof V & string, values: V) => fields[name].words(values[name], money);
  const who = changed?.by?.name ?? 'Somebody else';
  const when = changed ? ` (${formatMoment(changed.at)})` : '';
  return (
    <Alert
      ref={place}
      color="yellow"
      variant="light"
      role="alert"
      icon={<GitMerge size={18} aria-hidden />}
      title={`${who} changed this while you were editing${when}`}
    >
      <Stack gap="sm">
        <Text fz="sm">
          Your changes are not saved yet, and still stand below. Save again to keep them
          {clashes.length > 0 ? ', after deciding what both of you changed.' : ' together with the others.'}
        </Text>
        {takenOver.map((name) => (
          <Text key={name} fz="sm" className={classes.words ?? ''}>
            <b>{fields[name].label}</b> is now {words(name, theirs)} (was {words(name, base)}).
          </Text>
        ))}
        {clashes.map((name) => (
          <Radio.Group
            key={name}
            label={fields[name].label}
            defaultValue="mine"
            onChange={(whose) => onDecide(name, whose as 'mine' | 'theirs')}
          >
            <Stack gap={6} mt={6}>
              <Radio value="mine" label={`Keep mine: ${words(name, mine)}`} className={classes.words ?? ''} />
              <Radio
                value="theirs"
                label={`Take ${changed?.by ? `${changed.by.name}’s` : 'theirs'}: ${words(name, theirs)}`}
                className={classes.words ?? ''}
              />
            </Stack>
          </Radio.Group>
        ))}
      </Stack>
    </Alert>
  );
}
