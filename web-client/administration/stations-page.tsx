import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Station } from '../../server/accounts/schema.ts';
import { makeEnrolmentCode, readStations, revokeStation } from '../api/stations.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { type FreshCode, FreshCodeDialog } from './fresh-code-dialog.tsx';
import { StationTable } from './station-table.tsx';

export function StationsPage() {
  const { t } = useTranslation('administration');
  const queries = useQueryClient();
  const stations = useQuery({ queryKey: ['stations'], queryFn: readStations });
  const [fresh, setFresh] = useState<FreshCode | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ['stations'] });
  const making = useMutation({
    mutationFn: async (of: Station) => ({ station: of, ...(await makeEnrolmentCode(of.placeId)) }),
    onSuccess: (made) => {
      setFresh(made);
      return refresh();
    },
  });
  const revoking = useMutation({
    mutationFn: (of: Station) => revokeStation(of.placeId),
    onSuccess: refresh,
  });
  return (
    <>
      <PageHead title={t('stationsTitle')} />
      <p className="quiet">{t('stationsHint')}</p>
      <ProblemNotice error={making.error ?? revoking.error} />
      <Card>
        <Loaded query={stations}>
          {(list) => <StationTable stations={list} onMakeCode={making.mutate} onRevoke={revoking.mutate} />}
        </Loaded>
      </Card>
      <FreshCodeDialog fresh={fresh} onClose={() => setFresh(null)} />
    </>
  );
}
