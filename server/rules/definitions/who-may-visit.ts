import { visitLanguages, visitLanguageTexts } from '../../applications/codes.ts';
import { type Degree, degrees, degreeTexts, relationshipCodes, relationships } from '../../people/schema.ts';
import { atLeastOne, count, define, everybody, places, someOf, yesOrNo } from './define.ts';

/** Row 2c: whom prisoners of these categories may see, as far as it is known. */
const narrowList = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'paternal_grandparent',
  'maternal_grandparent',
  'sons_child',
  'daughters_child',
  'parent_in_law',
] as const;
const middleList = [
  ...narrowList,
  'child_in_law',
  'sibling_in_law',
  'guardian_person',
  'guardian_organisation',
] as const;

const defaultDegrees: Degree[] = ['near', 'guardian'];

export const whoMayVisit = {
  allowed_degrees: define({
    value: someOf(degrees),
    unit: 'codes',
    options: degreeTexts,
    scopeKinds: everybody,
    source: '崇明区公共法律服务清单产品十四：近亲属、监护人；监狱法第 48 条（第 2 项）',
    default: defaultDegrees,
  }),
  wider_relatives_by_exception: define({
    value: yesOrNo,
    unit: 'yes_no',
    scopeKinds: everybody,
    source: '江西、黑龙江、广东 2018 范围较宽；建议由监狱逐案特批（第 2 项）',
    default: true,
  }),
  other_beneficial_allowed: define({
    value: yesOrNo,
    unit: 'yes_no',
    scopeKinds: everybody,
    source: '监狱法修订草案二审稿：经监狱长批准；施行情况未查明（第 1b 项）',
    default: false,
  }),
  category_relationships: define({
    value: someOf(relationshipCodes),
    unit: 'codes',
    options: relationships,
    scopeKinds: everybody,
    source: '黑龙江香兰监狱（涉黑涉恶涉毒）、某地规定第 20 条（职务犯罪）（第 2c 项）',
    default: [...relationshipCodes],
    narrower: [
      { kind: 'category', id: 'organised_crime', value: [...narrowList] },
      { kind: 'category', id: 'evil_forces', value: [...narrowList] },
      { kind: 'category', id: 'drugs', value: [...narrowList] },
      { kind: 'category', id: 'duty_crime', value: [...middleList] },
    ],
  }),
  category_restriction_enforced: define({
    value: yesOrNo,
    unit: 'yes_no',
    scopeKinds: everybody,
    source: '建议值：上海规定确认之前只提示、不拒绝（第 2c 项）',
    default: false,
  }),
  residence_in_district_required: define({
    value: yesOrNo,
    unit: 'yes_no',
    scopeKinds: places,
    source: '江西、云南、司法部 2019 补充规定：向户籍地或居住地申请（第 3 项）',
    default: true,
  }),
  relationship_revalidate_months: define({
    value: atLeastOne.max(120),
    unit: 'months',
    scopeKinds: everybody,
    source: '司法部 2019 补充规定：再次申请只需身份证；复核周期为建议值（第 4b 项）',
    default: 24,
  }),
  allowed_languages: define({
    value: someOf(visitLanguages),
    unit: 'codes',
    options: visitLanguageTexts,
    scopeKinds: everybody,
    source: '司法部 2019 补充规定、上海监狱 2024 通告：不得使用非规定语种；具体语种为建议值（第 12 项）',
    default: ['mandarin', 'shanghainese', 'chongming_dialect'],
  }),
  max_visitors: define({
    value: atLeastOne,
    unit: 'people',
    scopeKinds: everybody,
    source: '上海监狱 2024 通告及各地规定：不超过三人（第 8 项）',
    default: 3,
  }),
  visitors_counted_from_age: define({
    value: count.max(18),
    unit: 'years',
    scopeKinds: everybody,
    source: '建议值：儿童均计入；阳江等地低龄儿童不计（第 8 项）',
    default: 0,
  }),
};
