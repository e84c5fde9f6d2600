import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationKind } from '../../server/edge/access.ts';
import { readOwnStation } from '../api/stations.ts';
import { LanguageSwitch } from '../language/index.ts';
import { EnrolmentForm } from './enrolment-form.tsx';
import { StationDesk } from './station-desk.tsx';
import { useAwakeScreen } from './use-awake-screen.ts';
import './station.css';

/** A device in a visit room or at a prison terminal: enrolled once, then it works by itself. */
export function StationPage({ kind }: { kind: StationKind }) {
  const { t } = useTranslation('station');
  const title = t(kind === 'terminal' ? 'terminalTitle' : 'visitRoomTitle');
  const station = useQuery({
    queryKey: ['station', kind],
    queryFn: () => readOwnStation(kind),
    refetchInterval: 30_000,
  });
  useAwakeScreen();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main
      className={`station station-${kind}`}
      // Nothing here is to be copied or saved, and a kiosk has no menu.
      onContextMenu={(event) => event.preventDefault()}
    >
      <header className="station-head">
        <h1>{title}</h1>
        <LanguageSwitch size="large" />
      </header>
      {station.data === undefined ? (
        <p className="station-message" role="status">
          {t(station.error ? 'serverAway' : 'connecting')}
        </p>
      ) : station.data === null ? (
        <EnrolmentForm kind={kind} />
      ) : (
        <StationDesk station={station.data} />
      )}
    </main>
  );
}
