import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { IconButton } from '../ui/IconButton.tsx';

interface ResetButtonProps {
  readonly label: string;
  readonly control: unknown;
  readonly onReset: () => void;
}

/** Takes an override back, so that the calculated figure holds; nothing while there is none. */
export function ResetButton({ label, control, onReset }: ResetButtonProps) {
  if (control === '' || control === null) return null;
  return (
    <IconButton
      icon={RotateCcw}
      size={24}
      label={`Reset ${label} to the calculated figure`}
      onClick={onReset}
    />
  );
}
