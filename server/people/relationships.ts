import type { Text } from '../edge/language.ts';

/**
 * How near a visitor stands to the prisoner. `near` is the list of article 1045 of the Civil Code; an `assistant` takes
 * part in an assistance session on behalf of an organisation.
 */
export const degrees = ['near', 'wider', 'guardian', 'assistant', 'other'] as const;
export type Degree = (typeof degrees)[number];

export const degreeTexts: Record<Degree, Text> = {
  near: { zh: '近亲属', en: 'Near relative' },
  wider: { zh: '其他亲属', en: 'Wider relative' },
  guardian: { zh: '监护人', en: 'Guardian' },
  assistant: { zh: '帮教人员', en: 'Assistance worker' },
  other: { zh: '其他人员', en: 'Other person' },
};

export type Relationship = Text & {
  degree: Degree;
  /** The visitor comes for an organisation, whose name is needed. */
  forOrganisation?: true;
};

/** What the visitor is to the prisoner. Adoptive and step relations that the Civil Code treats alike have no code of their own. */
export const relationshipTable = {
  spouse: { degree: 'near', zh: '配偶', en: 'Spouse' },
  parent: {
    degree: 'near',
    zh: '父母（含养父母、有抚养关系的继父母）',
    en: 'Parent (also adoptive or step)',
  },
  child: { degree: 'near', zh: '子女（含养子女、有抚养关系的继子女）', en: 'Child (also adopted or step)' },
  sibling: { degree: 'near', zh: '兄弟姐妹', en: 'Brother or sister' },
  paternal_grandparent: { degree: 'near', zh: '祖父母', en: 'Grandparent (father’s side)' },
  maternal_grandparent: { degree: 'near', zh: '外祖父母', en: 'Grandparent (mother’s side)' },
  sons_child: { degree: 'near', zh: '孙子女', en: 'Grandchild (of a son)' },
  daughters_child: { degree: 'near', zh: '外孙子女', en: 'Grandchild (of a daughter)' },
  parent_in_law: { degree: 'wider', zh: '配偶的父母', en: 'Parent-in-law' },
  child_in_law: { degree: 'wider', zh: '子女的配偶', en: 'Son- or daughter-in-law' },
  sibling_in_law: { degree: 'wider', zh: '兄弟姐妹的配偶、配偶的兄弟姐妹', en: 'Brother- or sister-in-law' },
  great_grandparent: { degree: 'wider', zh: '曾祖父母、外曾祖父母', en: 'Great-grandparent' },
  uncle_or_aunt: { degree: 'wider', zh: '伯叔姑舅姨及其配偶', en: 'Uncle or aunt, or their spouse' },
  cousin: { degree: 'wider', zh: '堂、表兄弟姐妹', en: 'Cousin' },
  nephew_or_niece: { degree: 'wider', zh: '侄子女、甥子女', en: 'Nephew or niece' },
  guardian_person: { degree: 'guardian', zh: '监护人（个人）', en: 'Guardian (a person)' },
  guardian_organisation: {
    degree: 'guardian',
    zh: '监护人（组织）的代表',
    en: 'Representative of an organisation that is guardian',
    forOrganisation: true,
  },
  corrections_worker: {
    degree: 'assistant',
    zh: '矫正安帮专职干部',
    en: 'Full-time corrections and resettlement worker',
    forOrganisation: true,
  },
  committee_worker: {
    degree: 'assistant',
    zh: '村（居）委会干部',
    en: 'Village or residence committee worker',
    forOrganisation: true,
  },
  volunteer: { degree: 'assistant', zh: '帮教志愿者', en: 'Volunteer', forOrganisation: true },
  other_beneficial: {
    degree: 'other',
    zh: '其他有利于改造的人员',
    en: 'Another person who helps the prisoner’s reform',
  },
} as const satisfies Record<string, Relationship>;

export type RelationshipCode = keyof typeof relationshipTable;
export const relationshipCodes = Object.keys(relationshipTable) as [RelationshipCode, ...RelationshipCode[]];

/** The table with its optional members readable for any code. */
export const relationships: Record<RelationshipCode, Relationship> = relationshipTable;
