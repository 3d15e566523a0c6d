import { Alert, Checkbox, List, Text } from '@mantine/core';
import CircleAlert from 'lucide-react/icons/circle-alert';
import type { Stage } from '../../domain/portfolio/facts.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { useMe } from '../me/queries.ts';

interface LackingProps {
  readonly name: string;
  readonly to: Stage;
  readonly lacking: readonly string[];
  readonly force: boolean;
  readonly onForce: (force: boolean) => void;
}

/** Why a company cannot move there yet, and for admins the choice to move it all the same. */
export function Lacking({ name, to, lacking, force, onForce }: LackingProps) {
  const admin = useMe().user.role === 'admin';
  return (
    <>
      <Alert
        color="yellow"
        variant="light"
        icon={<CircleAlert size={18} aria-hidden />}
        title={`${name} cannot move to “${STAGE_NAMES[to]}” yet`}
      >
        <List fz="sm" aria-label="What is missing">
          {lacking.map((todo) => (
            <List.Item key={todo}>{todo}</List.Item>
          ))}
        </List>
        {admin ? null : (
          <Text fz="sm" mt="xs">
            An admin can move it all the same, with a note.
          </Text>
        )}
      </Alert>
      {admin ? (
        <Checkbox
          checked={force}
          onChange={(event) => onForce(event.currentTarget.checked)}
          label="Move it all the same"
          description="It stands in the history as forced, under your name and with your note"
        />
      ) : null}
    </>
  );
}
