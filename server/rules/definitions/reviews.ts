import { atLeastOne, define, everywhere, places, yesOrNo } from './define.ts';

/** How applications are entered, reviewed and answered. */
export const reviews = {
  district_review_working_days: define({
    value: atLeastOne.max(60),
    unit: 'working_days',
    scopeKinds: places,
    source: '江西省远程帮教会见系统通知 2023（第 5 项）',
    default: 2,
  }),
  prison_review_working_days: define({
    value: atLeastOne.max(60),
    unit: 'working_days',
    scopeKinds: places,
    source: '湖南城步、安徽、广东：3 个工作日（第 5b 项）',
    default: 3,
  }),
  urgent_review_working_days: define({
    value: atLeastOne.max(60),
    unit: 'working_days',
    scopeKinds: places,
    source: '广东实践：亲属病危当即安排；期限为建议值（第 21b 项）',
    default: 1,
  }),
  answer_working_days: define({
    value: atLeastOne.max(60),
    unit: 'working_days',
    scopeKinds: places,
    source: '湖南城步、司法部 2019 补充规定（第 5c 项）',
    default: 2,
  }),
  four_eyes_district: define({
    value: yesOrNo,
    unit: 'yes_no',
    scopeKinds: places,
    source: '建议值：参照广东远程会见管理办法，区级经办与审核分开（第 1 项）',
    default: true,
  }),
  application_draft_days: define({
    value: atLeastOne.max(366),
    unit: 'days',
    scopeKinds: everywhere,
    source: '建议值：个人信息不久存（第 23 项）',
    default: 30,
  }),
  query_code_wrong_tries: define({
    value: atLeastOne.max(20),
    unit: 'times',
    scopeKinds: everywhere,
    source: '建议值：防止猜测他人查询码（第 23 项）',
    default: 5,
  }),
};
