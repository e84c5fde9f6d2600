import { mostWorkingDays, type OfficeDays, workingDaysBetween } from '../calendar/index.ts';
import { fromStoredTime } from '../clock.ts';
import { fill, type Language, type Text } from '../edge/index.ts';

const texts = {
  dueToday: { zh: '今日到期', en: 'due today' },
  left: { zh: '还剩{days}个工作日', en: '{days} working days left' },
  oneLeft: { zh: '还剩1个工作日', en: '1 working day left' },
  overdueBarely: { zh: '已逾期，不足1个工作日', en: 'overdue by less than 1 working day' },
  overdue: { zh: '已逾期{days}个工作日', en: 'overdue by {days} working days' },
  overdueByOne: { zh: '已逾期1个工作日', en: 'overdue by 1 working day' },
} as const satisfies Record<string, Text>;

/**
 * How long is left until something is due, or for how long it has been overdue: in working days, as the periods themselves
 * are given (rule 5), statutory holidays and make-up working days included.
 */
export function timeLeft(
  { dueAt, now, officeDays }: { dueAt: string; now: string; officeDays: OfficeDays },
  language: Language,
): string {
  const [due, at] = [fromStoredTime(dueAt), fromStoredTime(now)];
  const isOverdue = dueAt < now;
  const days = isOverdue ? workingDaysBetween(due, at, officeDays) : workingDaysBetween(at, due, officeDays);
  const [none, one, many] = isOverdue
    ? [texts.overdueBarely, texts.overdueByOne, texts.overdue]
    : [texts.dueToday, texts.oneLeft, texts.left];
  if (days === 0) return none[language];
  if (days === 1) return one[language];
  return fill(many, { days: days < mostWorkingDays ? days : `${mostWorkingDays - 1}+` }, language);
}
