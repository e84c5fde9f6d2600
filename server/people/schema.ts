import { z } from 'zod';
import { say, type Text } from '../edge/language.ts';
import { readIdNumber } from './id-number.ts';

export { type IdNumberFacts, maskIdNumber, readIdNumber } from './id-number.ts';
export {
  type Degree,
  degrees,
  degreeTexts,
  type Relationship,
  type RelationshipCode,
  relationshipCodes,
  relationships,
} from './relationships.ts';

/** Treatment grades: how many visits a month they give is a rule. */
export const grades = ['strict', 'observation', 'ordinary', 'lenient'] as const;
export type Grade = (typeof grades)[number];

export const gradeTexts: Record<Grade, Text> = {
  strict: { zh: '严管', en: 'Strict' },
  observation: { zh: '考察', en: 'Observation' },
  ordinary: { zh: '普管', en: 'Ordinary' },
  lenient: { zh: '宽管', en: 'Lenient' },
};

export const categories = [
  'ordinary',
  'organised_crime',
  'evil_forces',
  'drugs',
  'duty_crime',
  'foreign_national',
] as const;
export type Category = (typeof categories)[number];

export const categoryTexts: Record<Category, Text> = {
  ordinary: { zh: '普通', en: 'General' },
  organised_crime: { zh: '涉黑', en: 'Organised crime' },
  evil_forces: { zh: '涉恶', en: 'Evil forces' },
  drugs: { zh: '涉毒', en: 'Drugs' },
  duty_crime: { zh: '职务犯罪', en: 'Duty crime' },
  foreign_national: { zh: '外国籍', en: 'Foreign national' },
};

/** A resident identity number, 18 places, as typed: spaces and a small x are put right. */
export const idNumber = z
  .string()
  .max(40)
  .transform((text) => text.replace(/\s/g, '').toUpperCase())
  .refine(
    (text) => readIdNumber(text) !== undefined,
    say(
      '身份证号码有误：应为18位，请对照证件核对地区、出生日期和最后一位校验码。',
      'This is no valid identity number: 18 places are needed; compare the region, the date of birth and the last place with the card.',
    ),
  );

export const personName = z
  .string()
  .max(100)
  .transform((text) =>
    text
      .normalize('NFC')
      .replace(/[•・‧]/g, '·')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .refine(
    (text) => /^(?=.{2,50}$)\p{L}[\p{L}\p{M}· .'’-]*$/u.test(text),
    say(
      '请按证件填写姓名（2至50个字，可含间隔号“·”）。',
      'Write the name as on the card: 2 to 50 letters, no digits.',
    ),
  );

export const phone = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s-]/g, ''))
  .refine(
    (text) => /^(1\d{10}|0\d{9,11})$/.test(text),
    say(
      '请填写11位手机号码，或带区号的固定电话。',
      'Write a mobile number of 11 digits, or a landline number with its area code.',
    ),
  );

export const prisoner = z
  .object({
    id: z.string(),
    prisonId: z.string(),
    wardId: z.string(),
    number: z.string(),
    name: z.string(),
    grade: z.enum(grades),
    category: z.enum(categories),
    /** What stands against visits today, in the language of the request; `gone` if no other day helps. */
    against: z.object({ code: z.string(), text: z.string(), gone: z.boolean() }).nullable(),
  })
  .meta({ id: 'Prisoner' });
export type Prisoner = z.infer<typeof prisoner>;

export const prisonerSearchQuery = z.strictObject({
  prisonId: z.string().max(36).optional(),
  /** The beginning of the number or of the name. */
  search: z.string().trim().min(2).max(50),
});

/** A person known from before, with nothing in the clear. */
export const knownVisitor = z
  .object({ id: z.string(), nameMasked: z.string(), idNumberMasked: z.string(), phoneMasked: z.string() })
  .meta({ id: 'KnownVisitor' });
export type KnownVisitor = z.infer<typeof knownVisitor>;

export const lookupBody = z.strictObject({ idNumber });
export const lookupAnswer = z.object({ visitor: knownVisitor.nullable() });

/** Why an identity number is looked at. Coded, since the reason stays in the ledger for ever. */
export const unmaskReasons = [
  'verify_identity',
  'contact_visitor',
  'ask_police',
  'doubtful_documents',
  'inspection',
] as const;
export type UnmaskReason = (typeof unmaskReasons)[number];

export const unmaskReasonTexts: Record<UnmaskReason, Text> = {
  verify_identity: { zh: '现场核对身份', en: 'To check the identity in person' },
  contact_visitor: { zh: '联系会见人', en: 'To reach the visitor' },
  ask_police: { zh: '向公安机关核实', en: 'To ask the police' },
  doubtful_documents: { zh: '材料存疑，需比对号码', en: 'To compare the number with doubtful documents' },
  inspection: { zh: '配合监督检查', en: 'For an inspection' },
};

export const unmaskBody = z.strictObject({
  /** The application for which the person has to be known: the look goes into its prison's book. */
  applicationId: z.string().max(36),
  reason: z.enum(unmaskReasons),
});

export const unmaskedVisitor = z
  .object({ idNumber: z.string(), phone: z.string() })
  .meta({ id: 'UnmaskedVisitor' });
export type UnmaskedVisitor = z.infer<typeof unmaskedVisitor>;
