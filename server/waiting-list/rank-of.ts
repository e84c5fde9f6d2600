import type { ApprovedApplication } from '../applications/index.ts';
import type { WaitingRank } from './schema.ts';

/**
 * How soon a family is offered what becomes free: a critical illness or a bereavement first, then the priorities of rule 2e,
 * then everybody else. A priority orders; it never refuses anybody.
 */
export function rankOf({
  urgency,
  priorityReasons,
}: Pick<ApprovedApplication, 'urgency' | 'priorityReasons'>): WaitingRank {
  if (urgency !== 'none') return 'urgent';
  return priorityReasons.length > 0 ? 'priority' : 'ordinary';
}
