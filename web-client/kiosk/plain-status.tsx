import { useTranslation } from 'react-i18next';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';
import { Moment } from '../language/index.ts';
import { papersAreMissing, plainStateOf } from './plain-state.ts';

/** Who decides now and by when, and what the relative has to do: nothing, as a rule, and then it says so. */
export function PlainStatus({ application }: { application: FamilyApplication }) {
  const { t } = useTranslation('kiosk');
  const { dueAt, overdue, waitsFor, visit } = application;
  const state = plainStateOf(application);
  const decides = waitsFor === 'district' || waitsFor === 'prison';
  return (
    <dl className="kiosk-status">
      {decides ? (
        <>
          <dt>{t('whoDecides')}</dt>
          <dd>{t(waitsFor === 'district' ? 'districtDecides' : 'prisonDecides')}</dd>
        </>
      ) : null}
      {decides && dueAt !== null ? (
        <>
          <dt>{t('byWhen')}</dt>
          <dd>
            <Moment at={dueAt} shape="day" />
            {overdue ? <strong className="kiosk-late">{t('overdue')}</strong> : null}
          </dd>
        </>
      ) : null}
      {state === 'booked' && visit !== null ? (
        <>
          <dt>{t('visitTime')}</dt>
          <dd>
            <strong>
              <Moment at={visit.startsAt} shape="day" /> <Moment at={visit.startsAt} shape="time" />
            </strong>
          </dd>
        </>
      ) : null}
      <dt>{t('toDo')}</dt>
      <dd>{t(papersAreMissing(application) ? 'todo_missing' : `todo_${state}`)}</dd>
    </dl>
  );
}
