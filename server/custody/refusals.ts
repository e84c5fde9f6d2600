import { defineRefusals } from '../edge/index.ts';

/** What cannot be done about a prisoner, and what to do instead. */
export const custodyRefusals = defineRefusals({
  stale_page: {
    status: 409,
    zh: '该服刑人员的信息已被他人更改，本次操作未生效。请刷新页面，核对后再操作。',
    en: 'Somebody else has changed this prisoner’s record; nothing was done. Reload the page and look at it before you act.',
  },
  not_held: {
    status: 409,
    zh: '该服刑人员已不在押，不能作此更改。登记有误的，请先“恢复在押登记”。',
    en: 'The prisoner is not held any more, so this cannot be changed. If that was a mistake, enter “held again” first.',
  },
  is_held: {
    status: 409,
    zh: '该服刑人员在押，无须恢复在押登记。',
    en: 'The prisoner is held already; there is nothing to take back.',
  },
  nothing_changed: {
    status: 422,
    zh: '填写的内容与现有登记相同，未作更改。',
    en: 'This is what is on record already; nothing was changed.',
  },
  number_taken: {
    status: 409,
    zh: '编号 {number} 在该监狱已有登记，请核对编号。',
    en: 'The number {number} is on record in that prison already. Check the number.',
  },
  unknown_ward: {
    status: 422,
    zh: '该监狱没有这个监区，请刷新页面后重选。',
    en: 'The prison has no such ward. Reload the page and choose again.',
  },
  unknown_prison: {
    status: 422,
    zh: '请选择本系统的另一所监狱；调往其他监所的，请用“调往其他监所”。',
    en: 'Choose another of the prisons of this system. For a transfer anywhere else, use “transferred elsewhere”.',
  },
  prison_without_wards: {
    status: 409,
    zh: '调入监狱尚未设立监区，暂不能调入。请先由系统管理员设立监区。',
    en: 'The receiving prison has no ward yet. The administrator has to set one up first.',
  },
  not_yet: {
    status: 422,
    zh: '调动在实际发生后登记，日期不能晚于今天（{today}）。',
    en: 'A transfer is entered once it has happened: the day is today ({today}) at the latest.',
  },
  bar_over: {
    status: 422,
    zh: '该情形在 {to} 已结束，不再影响会见，无须登记。请核对日期。',
    en: 'It ended on {to} and bars no visit any more. Check the days.',
  },
  no_bar_by_rule: {
    status: 422,
    zh: '按现行规则，该情形之后不停止会见（规则 {rule} 为 0 个月），无须登记。',
    en: 'By the rule in force visits are not stopped after this (rule {rule}: 0 months), so there is nothing to enter.',
  },
  bar_stands: {
    status: 409,
    zh: '该情形在这段时间已有登记（{from} 起）。如需更改，请先解除原登记。',
    en: 'The same bar is on record for some of these days (from {from}). End that one first to change it.',
  },
  unknown_bar: {
    status: 422,
    zh: '没有这条登记，请刷新页面后重试。',
    en: 'There is no such entry. Reload the page and try again.',
  },
  bar_ended_already: {
    status: 409,
    zh: '该情形已结束或已解除，无须再解除。',
    en: 'This bar is over or was ended already.',
  },
  end_outside_bar: {
    status: 422,
    zh: '恢复会见的日期须在该情形的期限之内（{from} 至 {to}）。',
    en: 'The day from which visits are possible again lies within the bar ({from} to {to}).',
  },
  file_not_utf8: {
    status: 422,
    zh: '文件不是 UTF-8 编码。请在表格软件中另存为“CSV UTF-8（逗号分隔）”后重新上传。',
    en: 'The file is not UTF-8. Save it as “CSV UTF-8 (comma delimited)” and choose it again.',
  },
  file_not_csv: {
    status: 422,
    zh: '第 {line} 行不符合 CSV 格式（引号不成对或位置不对），整个文件未处理。请更正后重新上传。',
    en: 'Line {line} is not CSV: a quotation mark is missing or misplaced. Nothing was read; put it right and choose the file again.',
  },
  heading_missing: {
    status: 422,
    zh: '首行须为列名：编号、姓名、监区、处遇级别、类别。缺少：{columns}。',
    en: 'The first line names the columns: number, name, ward, grade, category. Missing: {columns}.',
  },
  too_many_rows: {
    status: 422,
    zh: '一次最多导入 {most} 行，该文件有 {rows} 行。请分成几个文件。',
    en: 'At most {most} rows can be imported at once; the file has {rows}. Split it.',
  },
  no_file: {
    status: 400,
    zh: '没有收到文件，请选择文件后重新上传。',
    en: 'No file arrived. Choose a file and send it again.',
  },
  import_changed: {
    status: 409,
    zh: '名册或登记在预览之后有变化，未导入任何内容。请重新预览，核对后再确认。',
    en: 'The list or the records have changed since the preview; nothing was imported. Look at a new preview and confirm that.',
  },
});
