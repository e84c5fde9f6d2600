import type { TextList } from '../language/text-list.ts';

export const deskPageTexts = {
  title: { zh: '工作台', en: 'Work desk' },
  hello: { zh: '{name}，您好。', en: 'Hello {name}.' },
  waiting: { zh: '等待办理', en: 'Waiting' },
  overdue: { zh: '逾期 {count}', en: '{count} overdue' },
  nothing: { zh: '目前没有等待办理的事项。', en: 'Nothing waits for you at the moment.' },
  list: { zh: '{what}：{count}，查看列表', en: '{what}: {count}, show the list' },
  overdueList: { zh: '{what}：逾期 {count}，查看列表', en: '{what}: {count} overdue, show the list' },
} satisfies TextList;
