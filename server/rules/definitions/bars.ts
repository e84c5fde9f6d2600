import { z } from 'zod';
import { count, define, everybody, places } from './define.ts';

const barMonths = count.max(24);
/** Row 15, and a check of the table of suspensions. */
const suspensionMonths = z.int().min(1).max(3);

/** For how long somebody may not be visited, or may not visit. */
export const bars = {
  bar_months_after_warning: define({
    value: barMonths,
    unit: 'months',
    scopeKinds: everybody,
    source: '广东监狱规定、某地规定第 22 条：警告、记过后 3 个月内（第 10 项）',
    default: 3,
  }),
  bar_months_after_solitary: define({
    value: barMonths,
    unit: 'months',
    scopeKinds: everybody,
    source: '广东监狱规定、某地规定第 22 条：禁闭后 6 个月内（第 10 项）',
    default: 6,
  }),
  bar_months_after_contraband: define({
    value: barMonths,
    unit: 'months',
    scopeKinds: everybody,
    source: '四川雷马屏监狱：会见携带违禁品后 6 个月（第 10 项）',
    default: 6,
  }),
  suspension_months_least: define({
    value: suspensionMonths,
    unit: 'months',
    scopeKinds: places,
    source: '司法部 2019 补充规定：暂停会见 1 至 3 个月（第 15 项）',
    default: 1,
  }),
  suspension_months_most: define({
    value: suspensionMonths,
    unit: 'months',
    scopeKinds: places,
    source: '司法部 2019 补充规定：暂停会见 1 至 3 个月（第 15 项）',
    default: 3,
  }),
};
