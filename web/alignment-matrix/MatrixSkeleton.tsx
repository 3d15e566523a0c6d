import { Skeleton, VisuallyHidden } from '@mantine/core';

/** The page's shape while the matrix is on the way. */
export const MatrixSkeleton = () => (
  <div aria-busy>
    <VisuallyHidden role="status">Loading the matrix</VisuallyHidden>
    <Skeleton h={30} mb={12} radius={4} />
    <Skeleton h="max(380px, calc(100dvh - 190px))" radius={8} />
  </div>
);
