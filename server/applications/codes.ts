import type { Text } from '../edge/language.ts';

export const applicationKinds = ['family_visit', 'assistance_session'] as const;
export type ApplicationKind = (typeof applicationKinds)[number];
export const kindTexts: Record<ApplicationKind, Text> = {
  family_visit: { zh: '远程会见', en: 'Family visit' },
  assistance_session: { zh: '远程帮教', en: 'Assistance session' },
};

/** Where the application came in. */
export const applicationOrigins = ['district', 'judicial_office', 'prisoner_via_prison', 'online'] as const;
/** What an officer can say of an application that they enter; `online` is what relatives enter themselves. */
export const counterOrigins = applicationOrigins.filter((origin) => origin !== 'online');
export type ApplicationOrigin = (typeof applicationOrigins)[number];
export const originTexts: Record<ApplicationOrigin, Text> = {
  district: { zh: '区矫正中心窗口', en: 'District counter' },
  judicial_office: { zh: '司法所', en: 'Judicial office' },
  prisoner_via_prison: { zh: '服刑人员经监狱提出', en: 'Prisoner, through the prison' },
  online: { zh: '自助办理', en: 'Self-service' },
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
  'hospital_certificate',
  'death_certificate',
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
  assignment_letter: { zh: '单位派遣函、授权书', en: 'Letter of assignment or authorisation' },
  hospital_certificate: { zh: '医院病危证明', en: 'Hospital certificate of critical illness' },
  death_certificate: { zh: '死亡证明', en: 'Death certificate' },
};

/** Rule 21b: why a visit cannot wait. */
export const urgencies = ['none', 'critical_illness', 'bereavement'] as const;
export type Urgency = (typeof urgencies)[number];
export const urgencyTexts: Record<Urgency, Text> = {
  none: { zh: '普通', en: 'Not urgent' },
  critical_illness: { zh: '紧急：亲属病危', en: 'Urgent: critical illness in the family' },
  bereavement: { zh: '紧急：亲属死亡', en: 'Urgent: death in the family' },
};

/** What proves the urgency; without it an urgent application is not forwarded. */
export const urgencyProofs: Record<Exclude<Urgency, 'none'>, DocumentKind> = {
  critical_illness: 'hospital_certificate',
  bereavement: 'death_certificate',
};

/** Rule 2e: why an application may come before others that are due at the same time. Never a reason to refuse. */
export const priorityReasons = [
  'good_conduct',
  'elderly',
  'young_child',
  'frail_or_ill',
  'limited_mobility',
  'distant_family',
  'correction_need',
  'policy_care',
] as const;
export type PriorityReason = (typeof priorityReasons)[number];
export const priorityReasonTexts: Record<PriorityReason, Text> = {
  good_conduct: { zh: '服刑人员改造表现好', en: 'The prisoner’s good conduct' },
  elderly: { zh: '会见人年老', en: 'Elderly visitor' },
  young_child: { zh: '会见人年幼', en: 'Young child' },
  frail_or_ill: { zh: '会见人体弱、患病', en: 'Frail or ill visitor' },
  limited_mobility: { zh: '会见人行动不便', en: 'Visitor who cannot move easily' },
  distant_family: { zh: '家庭路途遥远', en: 'Family far away' },
  correction_need: { zh: '教育改造需要', en: 'Needed for the prisoner’s reform' },
  policy_care: { zh: '政策照顾对象', en: 'Care by policy' },
};

/** Rule 3: whether the applicant is registered or lives in this district. */
export const residences = ['household', 'residence', 'elsewhere', 'not_stated'] as const;
export type Residence = (typeof residences)[number];
export const residenceTexts: Record<Residence, Text> = {
  household: { zh: '户籍在本区', en: 'Registered in this district' },
  residence: { zh: '居住在本区', en: 'Lives in this district' },
  elsewhere: { zh: '户籍、居住均不在本区', en: 'Neither registered nor living here' },
  not_stated: { zh: '未说明', en: 'Not stated' },
};

/** Why an officer makes another query code. Coded, since the reason stays in the ledger. */
export const queryCodeReasons = ['receipt_lost', 'code_disclosed', 'printed_anew', 'never_had_one'] as const;
export type QueryCodeReason = (typeof queryCodeReasons)[number];
export const queryCodeReasonTexts: Record<QueryCodeReason, Text> = {
  receipt_lost: { zh: '回执遗失或查询码看不清', en: 'The receipt is lost or cannot be read' },
  code_disclosed: { zh: '查询码可能被他人知悉', en: 'Somebody else may know the code' },
  printed_anew: { zh: '重新打印回执', en: 'The receipt is printed anew' },
  never_had_one: { zh: '此前没有查询码', en: 'There was no code before' },
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
