import { Skeleton, VisuallyHidden } from '@mantine/core';
import panel from '../ui/Panel.module.css';

const LINES = [92, 78, 85, 70, 88, 74, 81, 90, 76, 84, 72, 86];

export function CustomersSkeleton() {
  return (
    <div className={panel.panel} style={{ padding: 16 }} aria-busy>
      <VisuallyHidden role="status">Loading</VisuallyHidden>
      {LINES.map((width) => (
        <Skeleton key={width} h={14} mb={20} w={`${width}%`} />
      ))}
    </div>
  );
}
