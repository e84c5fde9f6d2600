import type { TextList } from '../language/text-list.ts';

export const administrationTexts = {
  stationsTitle: { zh: '设备登记', en: 'Stations' },
  stationsHint: {
    zh: '会见室和监狱终端的设备用一次性登记码登记一次，之后自动工作。设备遗失或更换时请注销。',
    en: 'The device of a visit room or prison terminal is enrolled once with a one-time code and then works by itself. Revoke it when it is lost or replaced.',
  },
  place: { zh: '地点', en: 'Place' },
  kind: { zh: '类别', en: 'Kind' },
  visitRoom: { zh: '会见室', en: 'Visit room' },
  terminal: { zh: '监狱终端', en: 'Prison terminal' },
  prison: { zh: '监狱', en: 'Prison' },
  state: { zh: '状态', en: 'State' },
  notEnrolled: { zh: '未登记', en: 'Not enrolled' },
  codeWaiting: { zh: '登记码待使用，有效期至 {time}', en: 'Code waiting, valid until {time}' },
  enrolled: { zh: '已登记（{time}）', en: 'Enrolled ({time})' },
  actions: { zh: '操作', en: 'Actions' },
  makeCode: { zh: '生成登记码', en: 'Make enrolment code' },
  makeCodeFor: { zh: '为{place}生成登记码', en: 'Make enrolment code for {place}' },
  revoke: { zh: '注销设备', en: 'Revoke device' },
  revokeFor: { zh: '注销{place}的设备', en: 'Revoke the device of {place}' },
  revokeQuestion: {
    zh: '注销后该设备立即不能再参加会见，需重新登记。确定注销？',
    en: 'The device can take part in no visit from now on until it is enrolled again. Revoke it?',
  },
  codeTitle: { zh: '{place}的登记码', en: 'Enrolment code of {place}' },
  codeHint: {
    zh: '请在该设备上打开 {address} 并输入此码。只显示这一次，有效期至 {time}。',
    en: 'Open {address} on the device and enter this code. It is shown only this once and is valid until {time}.',
  },
  codeWritten: { zh: '已记下', en: 'I have written it down' },
} satisfies TextList;
