import type { TextList } from '../language/text-list.ts';

export const reviewsTexts = {
  title: { zh: '审查与审批', en: 'Review' },
  forward: { zh: '同意并转送监狱', en: 'Forward to the prison' },
  refuseByDistrict: { zh: '区级不予批准', en: 'Refuse (district)' },
  askSupplementByDistrict: { zh: '要求补充材料（区级）', en: 'Ask for more papers (district)' },
  approve: { zh: '批准会见', en: 'Approve the visit' },
  refuseByPrison: { zh: '监狱不予批准', en: 'Refuse (prison)' },
  askSupplementByPrison: { zh: '要求补充材料（监狱）', en: 'Ask for more papers (prison)' },
  reason: { zh: '理由', en: 'Reason' },
  reasonHint: { zh: '申请人将看到该理由。', en: 'The applicant will read this reason.' },
  reasonNeeded: { zh: '请选择理由。', en: 'Choose a reason.' },
  note: { zh: '说明', en: 'Note' },
  send: { zh: '确认决定', en: 'Confirm decision' },
} satisfies TextList;
