import { Button, type ButtonProps } from '@mantine/core';
import Download from 'lucide-react/icons/download';

interface DownloadCsvProps extends Pick<ButtonProps, 'size' | 'className'> {
  readonly href: string;
}

/** Takes what a page shows as a CSV file. */
export const DownloadCsv = ({ href, size = 'sm', ...rest }: DownloadCsvProps) => (
  <Button
    component="a"
    href={href}
    download
    variant="default"
    size={size}
    leftSection={<Download size={size === 'xs' ? 14 : 16} aria-hidden />}
    {...rest}
  >
    Download CSV
  </Button>
);
