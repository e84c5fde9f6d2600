import { atLeastOne, count, define, everybody, yesOrNo } from './define.ts';

export const howOften = {
  visits_per_month: define({
    value: count,
    unit: 'visits',
    scopeKinds: everybody,
    source: '上海监狱 2024 通告：每月一次；四川雷马屏监狱：按处遇级别（第 6 项）',
    default: 1,
    narrower: [
      { kind: 'grade', id: 'strict', value: 0 },
      { kind: 'grade', id: 'observation', value: 1 },
      { kind: 'grade', id: 'ordinary', value: 1 },
      { kind: 'grade', id: 'lenient', value: 2 },
    ],
  }),
  on_site_visits_count: define({
    value: yesOrNo,
    unit: 'yes_no',
    scopeKinds: everybody,
    source: '上海监狱 2024 通告、广东 2018：远程与现场会见合并计算（第 6 项）',
    default: true,
  }),
  no_show_counts_to_quota: define({
    value: yesOrNo,
    unit: 'yes_no',
    scopeKinds: everybody,
    source: '未查到规定；建议未到场不计入，技术故障一律不计（第 21 项）',
    default: false,
  }),
  makeup_outside_quota: define({
    value: yesOrNo,
    unit: 'yes_no',
    scopeKinds: everybody,
    source: '未查到规定；建议故障后的补会见不计次数（第 22 项）',
    default: true,
  }),
  makeup_within_days: define({
    value: atLeastOne.max(366),
    unit: 'days',
    scopeKinds: everybody,
    source: '建议值（第 22 项）',
    default: 30,
  }),
};
