import type { Text } from '../edge/language.ts';

export const applicationKinds = ['family_visit', 'assistance_session'] as const;
export type ApplicationKind = (typeof applicationKinds)[number];
export const kindTexts: Record<ApplicationKind, Text> = {
  family_visit: { zh: '远程会见', en: 'Family visit' },
  assistance_session: { zh: '远程帮教', en: 'Assistance session' },
};

/** Where the application came in. */
export const applicationOrigins = ['district', 'judicial_office', 'prisoner_via_prison', 'online'] as const;
export type ApplicationOrigin = (typeof applicationOrigins)[number];
export const originTexts: Record<ApplicationOrigin, Text> = {
  district: { zh: '区矫正中心窗口', en: 'District counter' },
  judicial_office: { zh: '司法所', en: 'Judicial office' },
  prisoner_via_prison: { zh: '服刑人员经监狱提出', en: 'Prisoner, through the prison' },
  online: { zh: '网上申请', en: 'Online' },
};

export const visitLanguages = [
  'mandarin',
  'shanghainese',
  'chongming_dialect',
  'minority_language',
  'sign_language',
  'foreign_language',
] as const;
export type VisitLanguage = (typeof visitLanguages)[number];
export const visitLanguageTexts: Record<VisitLanguage, Text> = {
  mandarin: { zh: '普通话', en: 'Mandarin' },
  shanghainese: { zh: '上海话', en: 'Shanghainese' },
  chongming_dialect: { zh: '崇明话', en: 'Chongming dialect' },
  minority_language: { zh: '少数民族语言', en: 'Minority language' },
  sign_language: { zh: '手语', en: 'Sign language' },
  foreign_language: { zh: '外语', en: 'Foreign language' },
};

/** Supervisors have to follow what is said: outside these languages only with an interpreter. */
export function needsInterpreter(language: VisitLanguage): boolean {
  return !(['mandarin', 'shanghainese', 'chongming_dialect'] as VisitLanguage[]).includes(language);
}

/** No need at all is the empty list. */
export const mobilityNeedCodes = ['step_free', 'wheelchair', 'hearing', 'sight'] as const;
export type MobilityNeed = (typeof mobilityNeedCodes)[number];
export const mobilityNeedTexts: Record<MobilityNeed, Text> = {
  step_free: { zh: '无台阶通行', en: 'Step-free access' },
  wheelchair: { zh: '轮椅', en: 'Wheelchair' },
  hearing: { zh: '听力辅助', en: 'Help with hearing' },
  sight: { zh: '视力辅助', en: 'Help with sight' },
};

export const documentKinds = [
  'id_card',
  'household_register',
  'marriage_certificate',
  'birth_certificate',
  'notarial_certificate',
  'residence_committee_proof',
  'police_proof',
  'guardianship_proof',
  'assignment_letter',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const documentKindTexts: Record<DocumentKind, Text> = {
  id_card: { zh: '居民身份证', en: 'Identity card' },
  household_register: { zh: '户口簿', en: 'Household register' },
  marriage_certificate: { zh: '结婚证', en: 'Marriage certificate' },
  birth_certificate: { zh: '出生医学证明', en: 'Birth certificate' },
  notarial_certificate: { zh: '公证书', en: 'Notarial certificate' },
  residence_committee_proof: { zh: '村（居）委会证明', en: 'Proof by the village or residence committee' },
  police_proof: { zh: '公安派出所证明', en: 'Proof by the police' },
  guardianship_proof: { zh: '监护关系证明', en: 'Proof of guardianship' },
  assignment_letter: { zh: '单位派遣函', en: 'Letter of assignment' },
};

export const maximumDocumentBytes = 8_000_000;

export const applicationStates = [
  'district_review',
  'district_supplement',
  'prison_review',
  'prison_supplement',
  'approved',
  'refused',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];
export const stateTexts: Record<ApplicationState, Text> = {
  district_review: { zh: '区级初审中', en: 'In district review' },
  district_supplement: { zh: '待补充材料（区级）', en: 'More papers needed (district)' },
  prison_review: { zh: '监狱审批中', en: 'In prison review' },
  prison_supplement: { zh: '待补充材料（监狱）', en: 'More papers needed (prison)' },
  approved: { zh: '已批准', en: 'Approved' },
  refused: { zh: '不予批准', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

/** Not decided yet. */
export const openStates = [
  'district_review',
  'district_supplement',
  'prison_review',
  'prison_supplement',
] as const satisfies ApplicationState[];
