import { MetricsPage } from './MetricsPage.tsx';

export const EffortPage = () => <MetricsPage kind="effort" />;
