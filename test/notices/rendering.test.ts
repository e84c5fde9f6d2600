import { expect } from 'chai';
import { noticeKinds } from '../../server/notices/codes.ts';
import type { NoticeFact, NoticeFacts } from '../../server/notices/notice-facts.ts';
import { renderNotice } from '../../server/notices/render-notice.ts';
import { districtRefusalTexts, prisonRefusalTexts, supplementTexts } from '../../server/reviews/schema.ts';

const longest = (texts: { zh: string; en: string }[]) => ({
  zh: texts.map(({ zh }) => zh).sort((a, b) => b.length - a.length)[0] ?? '',
  en: texts.map(({ en }) => en).sort((a, b) => b.length - a.length)[0] ?? '',
});
const reason = longest([
  ...Object.values(districtRefusalTexts),
  ...Object.values(prisonRefusalTexts),
  ...Object.values(supplementTexts),
]);
const body = { zh: '监狱狱政管理部门', en: 'Prison administration section' };
const start = { at: '2026-11-24T06:30:00.000Z' };
const ownFacts: NoticeFacts = {
  application_received: {},
  application_resubmitted: {},
  supplement_asked: { body, reason, note: 'p. 3' },
  application_forwarded: {},
  application_approved: { conditions: { zh: '使用普通话', en: 'in Mandarin' }, note: '' },
  application_refused: { body, reason, note: '' },
  application_withdrawn: {},
  visit_booked: {},
  visit_moved: { before: { at: '2026-11-23T06:30:00.000Z' } },
  visit_cancelled: { reason: { zh: '区矫正中心取消', en: 'Cancelled by the corrections centre' }, note: '' },
  visit_forfeited: {},
  visit_needs_review: { reason: { zh: '监狱暂停会见', en: 'the prison is closed' } },
  reminder: {},
  visitor_suspended: {
    suspensionNumber: 'ZT-2026-000001',
    reason: {
      zh: '携带、使用手机或录音摄影摄像设备',
      en: 'A phone, or a device that records or photographs',
    },
    from: '2026-11-24',
    to: '2027-02-24',
    next: '2027-02-25',
    note: '',
  },
  suspension_lifted: { suspensionNumber: 'ZT-2026-000001', next: '2026-11-24', note: '' },
  offer_made: { start, until: { at: '2026-11-25T06:30:00.000Z' } },
  offer_expired: { start },
  makeup_offered: {
    missed: 'HJ-2026-000001',
    until: '2026-12-24',
    counting: { zh: '不计入当月次数', en: 'does not count for the month' },
  },
};
const facts: Record<string, NoticeFact> = {
  visitor: '王秀英',
  office: { zh: '崇明区社区矫正中心', en: 'Chongming District corrections centre' },
  phone: '021-59610000',
  address: { zh: '崇明区城桥镇人民路1号', en: '1 Renmin Road, Chengqiao, Chongming' },
  hours: { zh: '工作日8:30至17:00', en: 'working days 8:30 to 17:00' },
  application: 'SQ-2026-000123',
  session: { zh: '远程会见', en: 'family visit' },
  due: { at: '2026-11-26T09:00:00.000Z' },
  prisoner: '李建国',
  prison: { zh: '白茅岭监狱', en: 'Baimaoling Prison' },
  booking: 'HJ-2026-000045',
  start,
  endTime: { timeAt: '2026-11-24T07:00:00.000Z' },
  room: { zh: '第一会见室', en: 'Visit room 1' },
};

describe('What a notice says', () => {
  for (const kind of noticeKinds) {
    it(`is whole in both languages, and short for a telephone: ${kind}`, () => {
      const { title, sms, full } = renderNotice(kind, { ...facts, ...ownFacts[kind] });
      for (const text of [title, sms, full]) {
        expect(text.zh).to.match(/[\u4e00-\u9fff]/);
        expect(text.en).to.not.match(/[\u4e00-\u9fff]{5}/);
        expect(text.zh + text.en).to.not.match(/[{}]|undefined|\[object/);
      }
      // Two messages: 67 characters each in Chinese, 153 in English.
      expect(sms.zh.length, sms.zh).to.be.at.most(134);
      expect(sms.en.length, sms.en).to.be.at.most(306);
      expect(sms.zh + sms.en).to.not.match(/李建国|王秀英|白茅岭|Baimaoling/);
      expect(full.zh)
        .to.match(/^王秀英：\n/)
        .and.to.contain('021-59610000');
      expect(full.en)
        .to.match(/^To 王秀英:\n/)
        .and.to.contain('working days 8:30 to 17:00');
    });
  }

  it('gives times as people in Shanghai read them', () => {
    const { sms, full } = renderNotice('visit_booked', facts);
    expect(full.zh).to.contain('时间：2026年11月24日（周二）14:30至15:00\n');
    expect(full.en).to.contain('Tuesday, 24 November 2026, 14:30 to 15:00');
    expect(sms.zh).to.contain('11月24日（周二）14:30');
  });

  it('leaves out what nothing is known of', () => {
    const unknown = { ...facts, phone: '', address: { zh: '', en: '' }, hours: { zh: '', en: '' } };
    const { sms, full } = renderNotice('visit_booked', unknown);
    expect(sms.zh).to.not.contain('咨询');
    expect(full.zh).to.contain('咨询：崇明区社区矫正中心。').and.to.not.contain('电话');
    const refused = renderNotice('application_refused', { ...facts, ...ownFacts.application_refused });
    expect(refused.full.zh).to.not.contain('说明：\n');
  });
});
