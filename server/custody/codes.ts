import type { Text } from '../edge/language.ts';

/** Where a prisoner is, as far as visits go. */
export const custodyStates = ['held', 'transferred', 'released'] as const;
export type CustodyState = (typeof custodyStates)[number];
export const custodyStateTexts: Record<CustodyState, Text> = {
  held: { zh: '在押', en: 'Held' },
  transferred: { zh: '已调出', en: 'Transferred away' },
  released: { zh: '已释放', en: 'Released' },
};

/** What bars a prisoner from visits for a time (rule 10). */
export const barKinds = [
  'investigation',
  'solitary_confinement',
  'after_solitary',
  'isolation_investigation',
  'strict_training',
  'discipline_bar',
  'contraband_bar',
  'in_transit',
  'safety',
] as const;
export type BarKind = (typeof barKinds)[number];
export const barKindTexts: Record<BarKind, Text> = {
  investigation: { zh: '立案侦查、起诉、审判期间', en: 'Investigation, prosecution or trial' },
  solitary_confinement: { zh: '禁闭', en: 'Solitary confinement' },
  after_solitary: { zh: '禁闭处罚后的期间', en: 'Time after solitary confinement' },
  isolation_investigation: { zh: '隔离审查', en: 'Isolation for an inquiry' },
  strict_training: { zh: '严管集训', en: 'Strict training' },
  discipline_bar: { zh: '受警告或记过处罚后的期间', en: 'Time after a warning or demerit' },
  contraband_bar: { zh: '会见时夹带违禁品后的期间', en: 'Time after contraband at a visit' },
  in_transit: { zh: '押解途中', en: 'In transit' },
  safety: { zh: '其他监管安全原因', en: 'Another reason of safety' },
};

/** Bars whose end follows from a rule: from the day of the decision so many months. */
export const timedBarKinds = ['after_solitary', 'discipline_bar', 'contraband_bar'] as const;
export type TimedBarKind = (typeof timedBarKinds)[number];

/** Where the bars come from: said wherever somebody is refused because of one. */
export const barRuleText: Text = {
  zh: '规则第10项，参照广东省监狱暂停会见的规定第9、23条',
  en: 'rule 10, after arts. 9 and 23 of the Guangdong prisons’ provisions on stopping visits',
};

/** How a bar ends before its time. */
export const barEndReasons = ['ground_gone', 'prison_decided', 'entered_by_mistake'] as const;
export type BarEndReason = (typeof barEndReasons)[number];
export const barEndReasonTexts: Record<BarEndReason, Text> = {
  ground_gone: { zh: '原因已消除', en: 'The ground for it is gone' },
  prison_decided: { zh: '监狱决定提前恢复会见', en: 'The prison lets visits begin again earlier' },
  entered_by_mistake: { zh: '登记有误', en: 'Entered by mistake' },
};

/** Every kind of line in a prisoner's history. */
export const prisonerChangeKinds = [
  'entered',
  'particulars_changed',
  'grade_changed',
  'moved_out',
  'received',
  'left',
  'released',
  'returned',
  'bar_entered',
  'bar_ended',
] as const;
export type PrisonerChangeKind = (typeof prisonerChangeKinds)[number];
export const prisonerChangeTexts: Record<PrisonerChangeKind, Text> = {
  entered: { zh: '登记入册', en: 'Entered' },
  particulars_changed: { zh: '更改登记信息', en: 'Particulars changed' },
  grade_changed: { zh: '变更处遇级别', en: 'Treatment grade changed' },
  moved_out: { zh: '调往本系统其他监狱', en: 'Transferred to another of the prisons' },
  received: { zh: '由其他监狱调入', en: 'Received from another of the prisons' },
  left: { zh: '调往其他监所', en: 'Transferred elsewhere' },
  released: { zh: '释放', en: 'Released' },
  returned: { zh: '恢复在押登记', en: 'Held again' },
  bar_entered: { zh: '登记不能会见的情形', en: 'Bar entered' },
  bar_ended: { zh: '提前解除不能会见的情形', en: 'Bar ended' },
};

/** What the ledger calls the particulars of a prisoner that were changed. */
export const prisonerFieldTexts: Record<string, Text> = {
  number: { zh: '编号', en: 'number' },
  name: { zh: '姓名', en: 'name' },
  ward: { zh: '监区', en: 'ward' },
  category: { zh: '类别', en: 'category' },
};
