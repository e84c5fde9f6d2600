import { z } from 'zod';
import { say } from '../../edge/language.ts';
import { atLeastOne, count, define, everybody, everywhere, places } from './define.ts';

/** When visits can be booked, how long they are, and what happens by the minute. */
export const when = {
  duration_minutes: define({
    value: atLeastOne.max(180),
    unit: 'minutes',
    scopeKinds: everybody,
    source: '青浦区实践、铜陵 2018、广东视频会见办法：30 分钟（第 7 项）',
    default: 30,
  }),
  extension_minutes: define({
    value: count.max(60),
    unit: 'minutes',
    scopeKinds: everybody,
    source: '建议值：在场次间隔之内（第 7 项）',
    default: 10,
  }),
  turnover_minutes: define({
    value: count.max(120),
    unit: 'minutes',
    scopeKinds: places,
    source: '建议值：30 分钟会见加 15 分钟间隔（第 9 项）',
    default: 15,
  }),
  min_lead_working_days: define({
    value: count.max(60),
    unit: 'working_days',
    scopeKinds: everybody,
    source: '各地 3 至 10 日不等（第 5e 项）',
    default: 3,
  }),
  urgent_min_lead_working_days: define({
    value: count.max(60),
    unit: 'working_days',
    scopeKinds: everybody,
    source: '广东实践：亲属病危当即安排（第 21b 项）',
    default: 0,
  }),
  max_lead_days: define({
    value: atLeastOne.max(366),
    unit: 'days',
    scopeKinds: everybody,
    source: '建议值（第 5e 项）',
    default: 30,
  }),
  offer_hold_hours: define({
    value: atLeastOne.max(168),
    unit: 'hours',
    scopeKinds: places,
    source: '建议值：空出的场次按候补顺序保留（第 9 项）',
    default: 24,
  }),
  reminder_working_days: define({
    value: atLeastOne.max(10),
    unit: 'working_days',
    scopeKinds: places,
    source: '建议值：短信由人工转送，须留出时间（第 5c 项）',
    default: 2,
  }),
  acknowledgement_hour: define({
    value: z.int().min(0).max(23),
    unit: 'hour_of_day',
    scopeKinds: places,
    source: '建议值：监狱于会见前一工作日确认名单（第 9 项）',
    default: 16,
  }),
  early_start_minutes: define({
    value: count.max(120),
    unit: 'minutes',
    scopeKinds: places,
    source: '建议值：会见人应提前到场（第 11 项）',
    default: 15,
  }),
  late_grace_minutes: define({
    value: count.max(120),
    unit: 'minutes',
    scopeKinds: places,
    source: '司法部 2019 补充规定：迟到视为放弃；宽限为建议值（第 11 项）',
    default: 15,
  }),
  supervisor_loss_seconds: define({
    // Signalling notices any loss within eight seconds and pauses then: every value that can be set here is kept.
    value: z.int().min(8).max(300),
    unit: 'seconds',
    scopeKinds: everywhere,
    source: '呼和浩特第三监狱：全程监督；秒数为建议值（第 16 项）',
    default: 30,
  }),
  warning_minutes: define({
    value: z
      .array(atLeastOne)
      .max(5)
      .refine(
        (minutes) => new Set(minutes).size === minutes.length,
        say('同一提醒时间不能填写两次。', 'The same minute is given twice.'),
      ),
    unit: 'minutes',
    scopeKinds: places,
    source: '建议值（第 7 项）',
    default: [5, 1],
  }),
};
