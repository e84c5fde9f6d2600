import type { Text } from '../edge/language.ts';

/** What can be closed for a time. A day is closed by closing the prison or the centre for it. */
export const closureScopes = ['prison', 'terminal', 'visit_room', 'centre'] as const;
export type ClosureScope = (typeof closureScopes)[number];

export const closureScopeTexts: Record<ClosureScope, Text> = {
  prison: { zh: '监狱', en: 'Prison' },
  terminal: { zh: '监狱终端', en: 'Prison terminal' },
  visit_room: { zh: '会见室', en: 'Visit room' },
  centre: { zh: '区矫正中心', en: 'Corrections centre' },
};

export const closureReasons = [
  'maintenance',
  'line_fault',
  'public_health',
  'major_event',
  'disaster',
  'training',
  'holiday_arrangement',
  'other',
] as const;
export type ClosureReason = (typeof closureReasons)[number];

export const closureReasonTexts: Record<ClosureReason, Text> = {
  maintenance: { zh: '设备检修', en: 'maintenance' },
  line_fault: { zh: '线路故障', en: 'a fault of the line' },
  public_health: { zh: '公共卫生事件', en: 'public health' },
  major_event: { zh: '重大活动', en: 'a major event' },
  disaster: { zh: '灾害', en: 'a disaster' },
  training: { zh: '培训演练', en: 'training' },
  holiday_arrangement: { zh: '节假日安排', en: 'a holiday arrangement' },
  other: { zh: '其他原因', en: 'another reason' },
};

export const dayKinds = ['ordinary', 'weekend', 'holiday', 'makeup_working_day'] as const;
export type DayKind = (typeof dayKinds)[number];

export const dayKindTexts: Record<DayKind, Text> = {
  ordinary: { zh: '工作日', en: 'Working day' },
  weekend: { zh: '周末', en: 'Weekend' },
  holiday: { zh: '法定节假日', en: 'Public holiday' },
  makeup_working_day: { zh: '调休上班', en: 'Make-up working day' },
};

/** What the State Council's arrangement of a year gives days off for. */
export const festivals = [
  'new_year',
  'spring_festival',
  'qingming',
  'labour_day',
  'dragon_boat',
  'mid_autumn',
  'national_day',
  'other',
] as const;
export type Festival = (typeof festivals)[number];

export const festivalTexts: Record<Festival, Text> = {
  new_year: { zh: '元旦', en: "New Year's Day" },
  spring_festival: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  labour_day: { zh: '劳动节', en: 'Labour Day' },
  dragon_boat: { zh: '端午节', en: 'Dragon Boat Festival' },
  mid_autumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national_day: { zh: '国庆节', en: 'National Day' },
  other: { zh: '专门安排的假日', en: 'A holiday by special arrangement' },
};

/** ISO weekdays from Monday to Sunday. */
export const weekdayTexts: Record<number, Text> = {
  1: { zh: '周一', en: 'Monday' },
  2: { zh: '周二', en: 'Tuesday' },
  3: { zh: '周三', en: 'Wednesday' },
  4: { zh: '周四', en: 'Thursday' },
  5: { zh: '周五', en: 'Friday' },
  6: { zh: '周六', en: 'Saturday' },
  7: { zh: '周日', en: 'Sunday' },
};
