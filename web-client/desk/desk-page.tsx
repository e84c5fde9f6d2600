import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { HolidayWarning } from '../administration/holiday-warning.tsx';
import { readDesk } from '../api/desk.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useStaff } from '../shell/use-session.ts';
import { DeskCounts } from './desk-counts.tsx';
import './desk.css';

/** Where everybody begins: what waits for them, and what of it is overdue. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const { displayName } = useStaff();
  // Others decide at the same time: what waits is asked for anew while the page stands open.
  const query = useQuery({ queryKey: ['desk'], queryFn: readDesk, refetchInterval: 60_000 });
  return (
    <>
      <PageHead title={t('title')} />
      <HolidayWarning />
      <p>{t('hello', { name: displayName })}</p>
      <Loaded query={query}>
        {({ counts }) => (
          <Card title={t('waiting')} className="panel">
            {counts.length === 0 ? <Empty description={t('nothing')} /> : <DeskCounts counts={counts} />}
          </Card>
        )}
      </Loaded>
    </>
  );
}
