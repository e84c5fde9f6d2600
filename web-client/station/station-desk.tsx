import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnStation } from '../../server/accounts/schema.ts';
import { readNextVisit } from '../api/next-visit.ts';
import { screenFor } from './screen-for.ts';
import { VisitScreen } from './visit-screen.tsx';
import { WaitingScreen } from './waiting-screen.tsx';

/** Waits for the next visit and takes the people into it. */
export function StationDesk({ station }: { station: OwnStation }) {
  const { t } = useTranslation('station');
  // Stays until the people have read how their visit ended, whatever comes next.
  const [visitId, setVisitId] = useState<string | null>(null);
  const forget = useCallback(() => setVisitId(null), []);
  const next = useQuery({
    queryKey: ['next-visit', station.id],
    queryFn: () => readNextVisit(station.kind),
    refetchInterval: 3_000,
  });
  const visit = next.data?.visit ?? null;
  if (visitId === null && visit !== null && screenFor(visit.state) === 'visit') setVisitId(visit.visitId);
  if (visitId !== null) {
    return (
      <VisitScreen
        key={visitId}
        kind={station.kind}
        visitId={visitId}
        due={visit?.visitId === visitId ? visit.state : null}
        onDone={forget}
      />
    );
  }
  return (
    <>
      {next.error ? <p role="status">{t('serverAway')}</p> : null}
      <WaitingScreen station={station} visit={visit} />
    </>
  );
}
