import type { DeskCounter } from '../desk/index.ts';
import { deliverers } from './decide-delivery.ts';
import { countFailedTexts, countWaitingTexts } from './transfers/list-transfers.ts';

/** Text messages that wait to be carried over, and those that did not reach their visitors. */
export const countTexts: DeskCounter = async (db, { principal }) => {
  if (!deliverers.some((role) => role === principal.role)) return [];
  const shown = { prison: null, overdue: null, link: '/messages', overdueLink: null };
  return [
    { code: 'texts_waiting', count: await countWaitingTexts(db), ...shown },
    { code: 'texts_failed', count: await countFailedTexts(db), ...shown },
  ];
};
