import type { TextList } from '../language/text-list.ts';

export const checkInTexts = {
  title: { zh: '会见签到', en: 'Check-in' },
  visitorsTitle: { zh: '会见人（区矫正中心）', en: 'Visitors (district centre)' },
  prisonerTitle: { zh: '服刑人员（监狱）', en: 'Prisoner (prison)' },
  opensAt: { zh: '签到开始：{time}', en: 'Check-in opens at {time}' },
  visitorsUntil: {
    zh: '会见人最迟 {time} 到场，过时视为放弃。',
    en: 'Visitors have to be here by {time}; later counts as giving up the visit.',
  },
  idNumber: { zh: '身份证 {number}', en: 'Identity card {number}' },
  minor: { zh: '未成年人，须由成年人陪同', en: 'A minor: an adult has to be present' },
  method: { zh: '{name}的身份查验方式', en: 'How {name} was identified' },
  methodNeeded: { zh: '请选择查验方式。', en: 'Say how the identity was checked.' },
  signed: { zh: '{name}已当面签署承诺书', en: '{name} has signed the undertaking here' },
  checkedBy: { zh: '{by}于 {time} 查验', en: 'Checked by {by} at {time}' },
  signedAt: { zh: '承诺书已签署（{time}）', en: 'Undertaking signed ({time})' },
  confirmVisitors: { zh: '确认会见人签到', en: 'Confirm the visitors' },
  showUndertaking: { zh: '查看并宣读承诺书', en: 'Show the undertaking to read out' },
  printUndertaking: { zh: '打印承诺书', en: 'Print the undertaking' },
  undertakingSignature: { zh: '签名：', en: 'Signature:' },
  prisonerHint: {
    zh: '请对照档案核对终端前的人员，确认无误后确认到位。',
    en: 'Compare the person at the terminal with the file, then confirm.',
  },
  prisonWaits: { zh: '等待监狱民警确认到位。', en: 'Waiting for the prison officer to confirm.' },
  confirmPrisoner: { zh: '确认服刑人员到位', en: 'Confirm the prisoner in place' },
  inPlace: { zh: '{by}于 {time} 确认到位', en: 'Confirmed in place by {by} at {time}' },
  turnBack: { zh: '撤回本方确认', en: 'Take back our confirmation' },
  turnBackHint: {
    zh: '撤回后须重新签到，会见才能开始。',
    en: 'The visit can only begin after a new check-in then.',
  },
  turnBackReason: { zh: '撤回原因', en: 'Reason for taking it back' },
  reasonNeeded: { zh: '请选择原因。', en: 'Choose a reason.' },
  missing: { zh: '还需办理', en: 'Still to be done' },
  bothTurned: {
    zh: '双方均已确认。监督人员上线后自动接通。',
    en: 'Both sides are confirmed. The visit connects when the supervisors are present.',
  },
  toSupervise: { zh: '进入监督', en: 'Go to supervision' },
} satisfies TextList;
