import type { Text } from '../edge/language.ts';

/**
 * What each adult visitor signs before the visit (承诺书). The paragraphs are the conduct rules of the Ministry's supplement of 2019
 * and of the Shanghai prisons' notice of 2024. A change of the words is a new version.
 */
export const undertaking: { version: string; title: Text; paragraphs: Text[] } = {
  version: 'undertaking-2026-1',
  title: { zh: '远程视频会见承诺书', en: 'Undertaking for a remote visit' },
  paragraphs: [
    {
      zh: '我确认所提供的身份和关系证明真实有效，现场没有未经审批的人员。',
      en: 'The papers on my identity and relationship are true, and nobody is present who was not approved.',
    },
    {
      zh: '会见期间不携带、不使用手机和录音、摄影、摄像设备，不拍摄、不录制。',
      en: 'I neither carry nor use a phone or a device that records or photographs, and make no recording.',
    },
    {
      zh: '使用经批准的语言交谈，不使用隐语、暗语和特殊手势。',
      en: 'I speak the language that was approved, without code words or special gestures.',
    },
    {
      zh: '不谈论有碍改造和监管安全的内容，遵守会见秩序，着装得体，服从工作人员管理。',
      en: 'I say nothing that harms correction or security, keep order, dress decently and follow the staff.',
    },
    {
      zh: '我知悉会见全程受到监督并同步录音录像；违反规定的，监狱和区矫正中心均可立即中止会见，并可暂停会见资格一至三个月。',
      en: 'I know that the whole visit is supervised and recorded, that either body may stop it at once, and that visiting may be suspended for one to three months.',
    },
  ],
};
