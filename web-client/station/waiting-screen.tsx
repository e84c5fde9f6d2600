import { useTranslation } from 'react-i18next';
import type { OwnStation } from '../../server/accounts/schema.ts';
import type { NextVisit } from '../../server/visits/schema.ts';
import { list, Moment, sayTime, useLabel, useLanguage } from '../language/index.ts';

type Props = { station: OwnStation; visit: NextVisit['visit'] };

export function WaitingScreen({ station, visit }: Props) {
  const { t } = useTranslation('station');
  const label = useLabel();
  const language = useLanguage();
  const place = [station.prisonName, station.placeName].filter((name) => name !== null).map(label);
  return (
    <section className="station-waiting" aria-live="polite">
      <p className="station-place">{place.join(' · ')}</p>
      {visit === null || visit.state === 'ended' ? (
        <>
          <h2>{t('noVisit')}</h2>
          <p>{t('noVisitHint')}</p>
        </>
      ) : (
        <>
          <h2>{t('nextVisitAt', { time: sayTime(visit.startsAt, 'time', language) })}</h2>
          <p>
            <Moment at={visit.startsAt} shape="day" /> · {label(visit.prisonName)}
          </p>
          <p>{t('visitorsAre', { names: list(visit.visitors) })}</p>
          <p>{t('prisonerIs', { name: visit.prisoner })}</p>
          <p>{t('waitForCheckIn')}</p>
        </>
      )}
    </section>
  );
}
