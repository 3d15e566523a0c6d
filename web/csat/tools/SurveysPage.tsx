import { PageHeader } from '../../ui/PageHeader.tsx';
import classes from '../csat.module.css';
import { DeliveriesPanel } from './DeliveriesPanel.tsx';
import { MailTextPanel } from './MailTextPanel.tsx';
import { ToolsPanel } from './ToolsPanel.tsx';
import { WaitingPanel } from './WaitingPanel.tsx';

/** Survey tools that send their answers here, what waits for a company, what has come, and how survey mails are worded. */
export function SurveysPage() {
  return (
    <>
      <PageHeader title="Surveys" note="What clients say through survey tools, and the mails that ask them" />
      <div className={classes.page}>
        <ToolsPanel />
        <WaitingPanel />
        <DeliveriesPanel />
        <MailTextPanel />
      </div>
    </>
  );
}
