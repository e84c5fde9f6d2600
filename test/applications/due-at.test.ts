import { expect } from 'chai';
import { DateTime } from 'luxon';
import { type StatusRow, statusOf } from '../../server/applications/application-status.ts';
import { dueAtIn } from '../../server/applications/due-at.ts';
import { timeLeft } from '../../server/applications/time-left.ts';
import { noOfficeDays } from '../../server/calendar/index.ts';
import type { Language } from '../../server/edge/index.ts';
import { resolveRules } from '../../server/rules/load-rules.ts';

const sinceEver = '1970-01-01T00:00:00.000Z';
const rule = {
  id: 'two-days',
  key: 'district_review_working_days',
  value: '2',
  scope_kind: 'all',
  scope_id: '',
  source: '',
  effective_from: sinceEver,
  effective_to: null,
  confirmed: false,
  created_at: sinceEver,
  created_by: null,
  withdrawn_at: null,
  withdrawn_by: null,
  withdrawn_id: '',
} as const;
const rules = resolveRules([rule], { at: DateTime.utc() });
const dueAfter = (shanghai: string) =>
  dueAtIn('district_review', DateTime.fromISO(shanghai, { zone: 'Asia/Shanghai' }), rules, {
    urgency: 'none',
    officeDays: noOfficeDays,
  });

describe('The time for a review', () => {
  it('ends at 17:00 in Shanghai on its last working day; the day itself does not count', () => {
    expect(dueAfter('2026-11-24T10:00')).to.equal('2026-11-26T09:00:00.000Z');
    expect(dueAfter('2026-11-24T23:59')).to.equal('2026-11-26T09:00:00.000Z');
  });

  it('passes over weekends', () => {
    expect(dueAfter('2026-11-26T10:00')).to.equal('2026-11-30T09:00:00.000Z');
  });

  it('passes over statutory holidays and counts make-up working days', () => {
    // National Day 2026 is 1 to 7 October; Saturday 10 October is worked.
    expect(dueAfter('2026-09-30T10:00')).to.equal('2026-10-09T09:00:00.000Z');
    expect(dueAfter('2026-10-08T10:00')).to.equal('2026-10-10T09:00:00.000Z');
  });

  it('does not run while the applicant looks for papers', () => {
    expect(
      dueAtIn('district_supplement', DateTime.utc(), rules, { urgency: 'none', officeDays: noOfficeDays }),
    ).to.equal(null);
  });
});

describe('The status of an application', () => {
  const due = '2026-11-26T09:00:00.000Z';
  const nothingSaid = { awaits_answer: false, answered_at: null, answer_channel: null } as const;
  const statusAt = (
    now: string,
    row: Partial<StatusRow> & Pick<StatusRow, 'state' | 'due_at'>,
    language: Language = 'zh',
  ) => statusOf({ ...nothingSaid, ...row }, { now, language, officeDays: noOfficeDays });

  it('names the body that decides now, by when, and how many working days are left', () => {
    const status = statusAt('2026-11-25T00:00:00.000Z', { state: 'prison_review', due_at: due });
    expect(status).to.include({ waitsFor: 'prison', overdue: false, left: '还剩1个工作日' });
    expect(status.text).to.equal('等待监狱狱政管理部门决定，期限 2026-11-26 17:00');
  });

  it('says that a body is late, and by how many working days', () => {
    const late = { state: 'district_review', due_at: due } as const;
    const barely = statusAt('2026-11-26T09:00:00.001Z', late, 'en');
    expect(barely).to.include({ waitsFor: 'district', overdue: true });
    expect(barely.left).to.equal('overdue by less than 1 working day');
    expect(statusAt('2026-11-30T01:00:00.000Z', late, 'en').left).to.equal('overdue by 2 working days');
  });

  it('waits for the applicant where papers were asked for, and is never overdue then', () => {
    const status = statusAt('2027-01-01T00:00:00.000Z', { state: 'prison_supplement', due_at: null }, 'en');
    expect(status).to.include({ waitsFor: 'applicant', overdue: false, dueAt: null, left: null });
  });

  it('is overdue, too, where the applicant should have been told, until somebody has', () => {
    const decided = { state: 'approved', due_at: due } as const;
    const later = '2026-11-27T09:00:00.000Z';
    expect(statusAt(later, { ...decided, awaits_answer: true })).to.include({
      waitsFor: null,
      overdue: true,
      left: '已逾期1个工作日',
    });
    const told = { ...decided, answered_at: '2026-11-25T02:00:00.000Z', answer_channel: 'phone' } as const;
    const status = statusAt(later, told, 'en');
    expect(status).to.include({ overdue: false, left: null });
    expect(status.text).to.equal('Approved; the applicant was told on 2026-11-25 10:00 (By telephone)');
  });

  it('asks for no answer where it was decided before answers were recorded', () => {
    const status = statusAt('2026-12-24T00:00:00.000Z', { state: 'refused', due_at: due });
    expect(status).to.include({ overdue: false, left: null, text: '不予批准' });
  });
});

describe('The time that is left', () => {
  const left = (now: string, dueAt: string, language: Language = 'en') =>
    timeLeft({ now: `${now}:00.000Z`, dueAt: `${dueAt}:00.000Z`, officeDays: noOfficeDays }, language);

  it('counts working days, passing over weekends and statutory holidays and counting make-up working days', () => {
    expect(left('2026-11-26T02:00', '2026-11-30T09:00')).to.equal('2 working days left');
    expect(left('2026-09-30T02:00', '2026-10-10T09:00')).to.equal('3 working days left');
    expect(left('2026-10-09T02:00', '2026-09-30T09:00')).to.equal('overdue by 2 working days');
  });

  it('says today, one, and long ago', () => {
    expect(left('2026-11-26T02:00', '2026-11-26T09:00', 'zh')).to.equal('今日到期');
    expect(left('2026-11-26T02:00', '2026-11-27T09:00')).to.equal('1 working day left');
    expect(left('2026-11-28T02:00', '2026-11-27T09:00')).to.equal('overdue by less than 1 working day');
    expect(left('2026-11-30T02:00', '2026-11-27T09:00')).to.equal('overdue by 1 working day');
    expect(left('2026-11-30T02:00', '2024-11-27T09:00')).to.equal('overdue by 99+ working days');
  });
});
