import { Text } from '@mantine/core';
import type { Lifecycle } from '../../contract/lifecycle.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { AnchorLink } from '../ui/links.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Conditions } from './Conditions.tsx';
import { MoveForward } from './MoveForward.tsx';

/** What the next stage asks for, what of it is there, and the button that moves the company on. */
export function NextPanel({ lifecycle }: { readonly lifecycle: Lifecycle }) {
  const mayEdit = useMay('edit_companies');
  const { next, stages, stage, company } = lifecycle;
  const standing = stages.find((one) => one.stage === next);
  if (next === null || !standing) return stage === 'active' ? <Arrived company={company} /> : null;
  return (
    <Panel title={`Next: ${STAGE_NAMES[next]}`}>
      <Conditions lifecycle={lifecycle} conditions={standing.conditions} />
      {mayEdit ? <MoveForward lifecycle={lifecycle} to={next} /> : null}
    </Panel>
  );
}

const Arrived = ({ company }: { readonly company: string }) => (
  <Panel title="A client">
    <Text fz="sm">
      Every stage lies behind. Pulse checks and vCIO meetings keep it so:{' '}
      <AnchorLink {...paths.customerEngagement(company)} fz="sm">
        cadences and meetings
      </AnchorLink>
      .
    </Text>
  </Panel>
);
