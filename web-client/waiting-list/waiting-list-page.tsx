import { useQuery } from '@tanstack/react-query';
import { Card, Checkbox, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listWaiting } from '../api/waiting-list.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { PrisonSelect } from '../shell/prison-select.tsx';
import { WaitingTable } from './waiting-table.tsx';

/** Everybody who waits for a slot, in the order in which they get one. */
export function WaitingListPage() {
  const { t } = useTranslation('waitingList');
  const [prisonId, setPrisonId] = useState<string>();
  const [all, setAll] = useState(false);
  const query = useQuery({
    queryKey: ['waiting', 'list', prisonId, all],
    queryFn: () => listWaiting({ ...(prisonId ? { prisonId } : {}), all }),
  });
  return (
    <>
      <PageHead title={t('listTitle')} />
      <p className="quiet">{t('intro')}</p>
      <search className="filters no-print">
        <PrisonSelect id="waiting-prison" prisonId={prisonId} onChange={setPrisonId} />
        <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
          {t('showAll')}
        </Checkbox>
      </search>
      <Loaded query={query}>
        {(entries) => (
          <Card>
            {entries.length === 0 ? <Empty description={t('empty')} /> : <WaitingTable entries={entries} />}
          </Card>
        )}
      </Loaded>
    </>
  );
}
