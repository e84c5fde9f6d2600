import type { NoticeKind } from '../codes.ts';
import { applicationTemplates } from './of-applications.ts';
import { visitorTemplates } from './of-visitors.ts';
import { visitTemplates } from './of-visits.ts';
import type { NoticeTemplate } from './template.ts';

export { whomToAsk } from './template.ts';

/** The words of each notice. */
export const noticeTemplates: Record<NoticeKind, NoticeTemplate> = {
  ...applicationTemplates,
  ...visitTemplates,
  ...visitorTemplates,
};
