import { Alert } from 'antd';
import { type Application, urgencyTexts } from '../../server/applications/schema.ts';
import { colon, useLabel } from '../language/index.ts';

/** Says to whoever decides that it cannot wait, and why. */
export function UrgentNote({ application: { urgency, urgencyReason } }: { application: Application }) {
  const label = useLabel();
  if (urgency === 'none') return null;
  return (
    <Alert
      className="panel"
      type="error"
      showIcon
      role="note"
      title={colon(label(urgencyTexts[urgency])) + urgencyReason}
    />
  );
}
