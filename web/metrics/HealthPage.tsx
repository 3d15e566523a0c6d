import { MetricsPage } from './MetricsPage.tsx';

export const HealthPage = () => <MetricsPage kind="health" />;
