import { expect } from 'chai';
import { DateTime } from 'luxon';
import { statusOf } from '../../server/applications/application-status.ts';
import { dueAtIn } from '../../server/applications/due-at.ts';
import { noOfficeDays } from '../../server/calendar/index.ts';
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

  it('names the body that decides now, and by when', () => {
    const status = statusOf({ state: 'prison_review', due_at: due }, '2026-11-25T00:00:00.000Z', 'zh');
    expect(status).to.include({ waitsFor: 'prison', overdue: false });
    expect(status.text).to.equal('等待监狱狱政管理部门决定，期限 2026-11-26 17:00');
  });

  it('says that a body is late', () => {
    const status = statusOf({ state: 'district_review', due_at: due }, '2026-11-26T09:00:00.001Z', 'en');
    expect(status).to.include({ waitsFor: 'district', overdue: true });
    expect(status.text).to.include('(overdue)');
  });

  it('waits for the applicant where papers were asked for, and is never overdue then', () => {
    const status = statusOf({ state: 'prison_supplement', due_at: null }, '2027-01-01T00:00:00.000Z', 'en');
    expect(status).to.include({ waitsFor: 'applicant', overdue: false, dueAt: null });
  });
});
