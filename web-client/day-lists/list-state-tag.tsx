import { Tag } from 'antd';
import {
  type ListState,
  listStateTexts,
  type VisitStanding,
  visitStandingTexts,
} from '../../server/day-lists/schema.ts';
import { useLabel } from '../language/index.ts';

const listColours: Record<ListState, string> = {
  empty: 'default',
  waiting: 'processing',
  missing: 'error',
  outdated: 'error',
  acknowledged: 'success',
};

export function ListStateTag({ state }: { state: ListState }) {
  const label = useLabel();
  return <Tag color={listColours[state]}>{label(listStateTexts[state])}</Tag>;
}

const standingColours: Record<VisitStanding, string> = {
  acknowledged: 'success',
  new: 'warning',
  changed: 'error',
  gone: 'error',
  begun: 'default',
};

export function StandingTag({ standing }: { standing: VisitStanding }) {
  const label = useLabel();
  return <Tag color={standingColours[standing]}>{label(visitStandingTexts[standing])}</Tag>;
}
