import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readDesk } from '../api/desk.ts';
import { Loaded } from '../shell/loaded.tsx';
import { menuOf } from '../shell/menu-items.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useStaff } from '../shell/use-session.ts';
import { DeskCounts } from './desk-counts.tsx';
import './desk.css';

/** Where everybody begins: what waits for them, what of it is overdue, and the pages of their role. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const { t: shell } = useTranslation('shell');
  const { role, displayName } = useStaff();
  // Others decide at the same time: what waits is asked for anew while the page stands open.
  const query = useQuery({ queryKey: ['desk'], queryFn: readDesk, refetchInterval: 60_000 });
  const pages = menuOf(role).filter(({ path }) => path !== '/');
  return (
    <>
      <PageHead title={t('title')} />
      <p>{t('hello', { name: displayName })}</p>
      <Loaded query={query}>
        {({ counts }) =>
          counts.length === 0 ? null : (
            <Card title={t('waiting')} className="panel">
              {counts.every(({ count }) => count === 0) ? (
                <Empty description={t('nothing')} />
              ) : (
                <DeskCounts counts={counts} />
              )}
            </Card>
          )
        }
      </Loaded>
      <Card title={t('pages')} className="panel">
        <ul className="desk-pages">
          {pages.map(({ path, text }) => (
            <li key={path}>
              <Link to={path}>{shell(text)}</Link>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
