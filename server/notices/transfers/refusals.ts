import { defineRefusals } from '../../edge/index.ts';

export const transferRefusals = defineRefusals({
  nothing_to_transfer: {
    status: 409,
    zh: '没有待转出的短信，未生成转送文件。',
    en: 'No text message waits for a transfer; no file was made.',
  },
  made_by_another: {
    status: 409,
    zh: '另一名工作人员刚刚生成了转送文件，其中包括这些短信。请刷新页面查看。',
    en: 'Somebody else has just made a transfer with these messages in it. Reload the page.',
  },
  transfer_damaged: {
    status: 503,
    zh: '转送文件与登记的摘要不符，未提供下载。请联系系统管理员。',
    en: 'The file is not the one whose hash is on record, and is not handed out. Tell whoever runs the system.',
  },
  no_receipts_file: {
    status: 422,
    zh: '请选择短信网关给出的回执文件（CSV，不超过2MB）。',
    en: 'Choose the receipts file that the gateway gave: CSV, up to 2 MB.',
  },
  receipts_unreadable: {
    status: 422,
    zh: '回执文件第{line}行无法读取：须为UTF-8编码的CSV，引号须成对。未作任何更改。',
    en: 'Line {line} of the receipts file cannot be read: it has to be CSV in UTF-8 with its quotes closed. Nothing was changed.',
  },
  receipts_header: {
    status: 422,
    zh: '回执文件的第一行须为：{header}。未作任何更改。',
    en: 'The first line of the receipts file has to be: {header}. Nothing was changed.',
  },
  receipt_fields: {
    status: 422,
    zh: '回执文件第{line}行有{found}列，应为{wanted}列。未作任何更改。',
    en: 'Line {line} of the receipts file has {found} fields and not {wanted}. Nothing was changed.',
  },
  receipt_state_unknown: {
    status: 422,
    zh: '回执文件第{line}行的状态“{state}”不是 {states} 之一。未作任何更改。',
    en: 'Line {line} of the receipts file has the state “{state}”, which is none of {states}. Nothing was changed.',
  },
  receipt_time_wrong: {
    status: 422,
    zh: '回执文件第{line}行的时间“{time}”无法读取、早于转送时间或晚于现在。请用 2026-11-24 09:30:00 的写法。未作任何更改。',
    en: 'Line {line} of the receipts file has the time “{time}”, which cannot be read, is before the transfer or still to come. Write it as 2026-11-24 09:30:00. Nothing was changed.',
  },
  receipt_line_unknown: {
    status: 422,
    zh: '回执文件第{line}行的“{number} / {id}”不是本中心转出的短信。未作任何更改。',
    en: 'Line {line} of the receipts file is about “{number} / {id}”, which is no message of ours. Nothing was changed.',
  },
  receipt_contradicts: {
    status: 409,
    zh: '回执文件第{line}行与已有回执矛盾：“{number} / {id}”此前为“{was}”，现为“{now}”。请向短信网关核实。未作任何更改。',
    en: 'Line {line} of the receipts file contradicts an earlier receipt: “{number} / {id}” was “{was}” and is now “{now}”. Ask the gateway. Nothing was changed.',
  },
});
