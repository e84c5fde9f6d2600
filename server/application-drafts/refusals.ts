import { defineRefusals } from '../edge/index.ts';

export const draftRefusals = defineRefusals({
  draft_changed_elsewhere: {
    status: 409,
    zh: '这份草稿已在另一个窗口保存过，本窗口的内容没有覆盖它。请从“草稿”列表重新打开最新的一份。',
    en: 'This draft has been saved in another window, and this one did not write over it. Open the latest from the list of drafts.',
  },
  too_many_drafts: {
    status: 409,
    zh: '您已有 {limit} 份草稿。请先在“草稿”列表中提交或删除不再需要的。',
    en: 'You have {limit} drafts. Submit or discard some in the list of drafts first.',
  },
});
