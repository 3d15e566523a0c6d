import { Button, Group } from '@mantine/core';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/links.tsx';
import { EmptyNote } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';

interface NoRoadmapProps {
  readonly company: string;
  readonly onRecommend: () => void;
}

/** Said while nothing was recommended to a company, or everything was declined. */
export function NoRoadmap({ company, onRecommend }: NoRoadmapProps) {
  const mayEdit = useMay('edit_companies');
  return (
    <Panel title="Roadmap">
      <EmptyNote
        title="Nothing is on the roadmap yet"
        action={
          <Group gap="xs" mt="xs" justify="center">
            {mayEdit ? <Button onClick={onRecommend}>Recommend</Button> : null}
            <ButtonLink {...paths.customerAlignment(company)} variant="default">
              Stack Alignment
            </ButtonLink>
          </Group>
        }
      >
        Recommendations that the client has not declined stand here by quarter, with what they cost. They are
        made for the gaps of Stack Alignment, or freely.
      </EmptyNote>
    </Panel>
  );
}
