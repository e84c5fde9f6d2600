import { defineRefusals } from '../edge/index.ts';

export const placeRefusals = defineRefusals({
  prison_id_taken: {
    status: 409,
    zh: '已有代码为 {id} 的监狱或台账簿，请换一个代码。代码一经使用不再更改。',
    en: 'There is a prison or a ledger book called {id} already. Choose another code: it is never changed later.',
  },
  book_origin_taken: {
    status: 409,
    zh: '已有同名的台账簿（{origin}），请换一个名称。',
    en: 'There is a ledger book of that name already ({origin}). Choose another.',
  },
  book_was_there: {
    status: 409,
    zh: '本机曾有名为 {id} 的台账簿，而数据库中没有它的记录，不能重新设立。请先恢复数据库备份，或联系系统管理员。',
    en: 'This machine has seen a ledger book {id} that is not in the database: it cannot be founded again. Restore the database first.',
  },
  name_taken: {
    status: 409,
    zh: '已有同名的场所（{name}），请换一个名称，以免混淆。',
    en: 'There is a place of that name already ({name}). Choose another so that nobody mistakes them.',
  },
  no_centre: {
    status: 409,
    zh: '请先登记区矫正中心，再登记会见室。',
    en: 'Register the corrections centre first, then its visit rooms.',
  },
  one_centre_only: {
    status: 409,
    zh: '区矫正中心已登记（{name}），如需改名请更改。',
    en: 'The corrections centre is registered already ({name}). To rename it, change that.',
  },
  out_of_use_in_the_past: {
    status: 422,
    zh: '停止使用日不能早于今天（{today}）。',
    en: 'It cannot be out of use from a day before today ({today}) on.',
  },
  stale_page: {
    status: 409,
    zh: '该场所已被他人更改。请刷新页面，核对后再操作。',
    en: 'Somebody else has changed this place. Reload the page, check it, and try again.',
  },
});
