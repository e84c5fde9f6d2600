import { useTranslation } from 'react-i18next';
import { visitLanguageTexts } from '../../server/applications/schema.ts';
import { bookingEndTexts } from '../../server/bookings/schema.ts';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';
import { Moment, useLabel } from '../language/index.ts';

type Props = { visit: NonNullable<FamilyApplication['visit']>; terms: FamilyApplication['terms'] };

/** The visit that is booked: when, where, how early, what to bring; or why it does not take place. */
export function FamilyVisit({ visit, terms }: Props) {
  const { t } = useTranslation('kiosk');
  const { t: shell } = useTranslation('shell');
  const label = useLabel();
  if (visit.state === 'cancelled') {
    const reason = Object.entries(bookingEndTexts).find(([code]) => code === visit.cancelReason)?.[1];
    return (
      <section className="kiosk-card">
        <h2>{t('visitCancelled')}</h2>
        <p>
          <Moment at={visit.startsAt} shape="day" /> <Moment at={visit.startsAt} shape="time" />
        </p>
        {reason ? <p>{label(reason)}</p> : null}
      </section>
    );
  }
  const waits = visit.state === 'booked';
  return (
    <section className="kiosk-card">
      <h2>{t(waits ? 'visitAhead' : 'visitOver')}</h2>
      <p className="kiosk-big">
        <Moment at={visit.startsAt} shape="day" /> <Moment at={visit.startsAt} shape="time" /> –{' '}
        <Moment at={visit.endsAt} shape="time" />
      </p>
      <p>
        {shell('officeName')} · {label(visit.visitRoom)}
        {visit.stepFree ? t('stepFree') : ''}
      </p>
      {waits ? (
        <ul>
          <li>
            {t('beThereBy')}
            <strong>
              <Moment at={visit.arriveBy} shape="time" />
            </strong>
          </li>
          <li>{t('bringCards')}</li>
          <li>
            {t('speak', { language: label(visitLanguageTexts[terms.language]) })}
            {terms.interpreterRequired ? t('withInterpreter') : ''}
          </li>
          {terms.durationMinutes === null ? null : <li>{t('lasts', { minutes: terms.durationMinutes })}</li>}
          <li>{t('noPhones')}</li>
          <li>{t('cannotCome')}</li>
        </ul>
      ) : null}
    </section>
  );
}
