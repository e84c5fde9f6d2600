import { Tag } from 'antd';
import {
  type Outcome,
  outcomeTexts,
  type VisitStateName,
  visitStateTexts,
} from '../../server/visits/codes.ts';
import { useLabel } from '../language/index.ts';

const colours: Record<VisitStateName, string> = {
  scheduled: 'default',
  checked_in: 'warning',
  ready: 'processing',
  live: 'success',
  paused: 'warning',
  ended: 'default',
};

/** The state in words; of an ended visit how it ended. */
export function VisitStateTag({ visit }: { visit: { state: VisitStateName; outcome: Outcome | null } }) {
  const label = useLabel();
  return (
    <Tag color={colours[visit.state]}>
      {label(visitStateTexts[visit.state])}
      {visit.outcome ? ` · ${label(outcomeTexts[visit.outcome])}` : ''}
    </Tag>
  );
}
