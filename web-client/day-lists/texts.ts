import type { TextList } from '../language/text-list.ts';

export const dayListsTexts = {
  listsTitle: { zh: '会见名单', en: 'Day lists' },
  intro: {
    zh: '监狱于会见前一工作日确认次日名单，通知监区提前带人、准备终端。确认后新增、改期或取消的会见，须重新确认。',
    en: 'On the working day before, the prison acknowledges the list, so that wards bring the prisoner and ready the terminal. What is added, moved or cancelled afterwards has to be acknowledged anew.',
  },
  openTitle: { zh: '待监狱确认', en: 'Waiting for the prison' },
  noneOpen: { zh: '近期没有待确认的名单。', en: 'No list of the coming days waits to be acknowledged.' },
  day: { zh: '日期', en: 'Day' },
  prison: { zh: '监狱', en: 'Prison' },
  visits: { zh: '待确认场次', en: 'Visits to acknowledge' },
  by: { zh: '确认期限', en: 'By' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '打开', en: 'Open' },
  openList: { zh: '打开 {prison} {day} 名单', en: 'Open the list of {prison} for {day}' },
  chooseTitle: { zh: '查看某日名单', en: 'The list of a day' },
  show: { zh: '查看名单', en: 'Show the list' },
  title: { zh: '{prison} {day} 会见名单', en: '{prison}: visits of {day}' },
  ward: { zh: '监区', en: 'Ward' },
  everyWard: { zh: '全部监区', en: 'Every ward' },
  acknowledge: { zh: '确认名单', en: 'Acknowledge the list' },
  acknowledgeTitle: { zh: '确认以上 {count} 场会见', en: 'Acknowledge these {count} visits' },
  acknowledgeHint: {
    zh: '确认表示监狱已看到名单，并将按时带人、准备终端。系统会留存您所看到的内容。',
    en: 'You confirm that the prison has seen the list, will bring the prisoners in time and ready the terminals. What you saw is kept.',
  },
  time: { zh: '时间', en: 'Time' },
  terminal: { zh: '终端', en: 'Terminal' },
  prisoner: { zh: '服刑人员', en: 'Prisoner' },
  terms: { zh: '语言与要求', en: 'Language and conditions' },
  interpreter: { zh: '须有翻译在场', en: 'interpreter required' },
  minutes: { zh: '不超过{minutes}分钟', en: 'at most {minutes} minutes' },
  visitors: { zh: '会见人数', en: 'Visitors' },
  standing: { zh: '确认情况', en: 'Acknowledged' },
  empty: { zh: '当日没有会见。', en: 'No visits on this day.' },
  acknowledgeBy: { zh: '应于 {time} 前确认', en: 'To be acknowledged by {time}' },
  acknowledgedBy: {
    zh: '{by} 于 {time} 确认（{visits} 场）',
    en: 'Acknowledged by {by}, {time} ({visits} visits)',
  },
  acknowledgedWard: {
    zh: '{by} 于 {time} 确认{ward}（{visits} 场）',
    en: '{ward} acknowledged by {by}, {time} ({visits} visits)',
  },
  signature: { zh: '监狱签收', en: 'For the prison' },
  alert: {
    zh: '{count} 份会见名单监狱逾期未确认，请电话联系监狱。',
    en: '{count} day lists were not acknowledged by the prison in time. Ring the prison.',
  },
  alertLink: { zh: '查看名单', en: 'See the lists' },
  visitNot: {
    zh: '监狱尚未确认本次会见（期限 {by}）。',
    en: 'The prison has not acknowledged this visit yet (due {by}).',
  },
  visitOverdue: {
    zh: '监狱逾期未确认本次会见，服刑人员可能没有准备。请先电话联系监狱；会见仍可进行。',
    en: 'The prison has not acknowledged this visit in time, and the prisoner may not be ready. Ring the prison first; the visit may still take place.',
  },
  visitChanged: {
    zh: '监狱确认后本次会见有变动，尚未重新确认。',
    en: 'This visit has changed since the prison acknowledged it and was not acknowledged anew.',
  },
  visitDone: {
    zh: '监狱已确认本次会见（{by}，{time}）。',
    en: 'The prison has acknowledged this visit ({by}, {time}).',
  },
} satisfies TextList;
