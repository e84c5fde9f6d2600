import { Tag } from 'antd';
import { type Urgency, urgencyTexts } from '../../server/applications/schema.ts';
import { useLabel } from '../language/index.ts';

/** The sign of what cannot wait; nothing for what can. */
export function UrgentTag({ urgency }: { urgency: Urgency }) {
  const label = useLabel();
  if (urgency === 'none') return null;
  return <Tag color="error">{label(urgencyTexts[urgency])}</Tag>;
}
