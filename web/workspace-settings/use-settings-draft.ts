import { useMemo, useState } from 'react';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import type { Draft } from '../../domain/what-if/draft.ts';
import { useNow } from '../what-if/use-now.ts';
import type { Editing } from './use-workspace-settings.ts';
import type { Values } from './values.ts';
import { whatIfDraft } from './what-if-draft.ts';

const AS_IT_STANDS: Draft = {};

/** The edit as the rules can be run over, as soon as the definitions that hold are there; what is wrong is left as it stands. */
export function useSettingsDraft({ stored, base, values, problems }: Editing) {
  const { now, setNow } = useNow<Definitions>();
  const sound = Object.keys(problems).length === 0;
  const [last, setLast] = useState<Values>(base);
  if (sound && last !== values) setLast(values);
  const draft = useMemo(
    () => (now ? whatIfDraft(stored, base, sound ? values : last, now, new Date()) : AS_IT_STANDS),
    [now, stored, base, values, last, sound],
  );
  return { draft, setNow };
}
