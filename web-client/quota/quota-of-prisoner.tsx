import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { gradeTexts } from '../../server/people/schema.ts';
import type { QuotaOfPrisoner } from '../../server/quota/schema.ts';
import { readQuota } from '../api/quota.ts';
import { useLabel, useSayMoment } from '../language/index.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { ExceptionList } from './exception-list.tsx';
import { GrantDialog } from './grant-dialog.tsx';
import { HistoryTable } from './history-table.tsx';
import { monthBeside } from './month-beside.ts';
import { OnSiteDialog } from './on-site-dialog.tsx';
import { OnSiteTable } from './on-site-table.tsx';
import { useSaySummary } from './use-say-quota.ts';
import { VisitTable } from './visit-table.tsx';

type Props = {
  prisonerId: string;
  month: string;
  onMonth(month: string): void;
  /** Puts a heading over it, where it is a page of its own. */
  head?(title: string): ReactNode;
};

/** A month of a prisoner: what is allowed, what used it, every change, and what may be entered or granted. */
export function QuotaOfPrisonerView({ prisonerId, month, onMonth, head }: Props) {
  const { t } = useTranslation('quota');
  const query = useQuery({
    queryKey: ['quota', prisonerId, month],
    queryFn: () => readQuota(prisonerId, month),
    placeholderData: (previous) => previous,
  });
  return (
    <Loaded query={query}>
      {(quota) => {
        const { name, number } = quota.prisoner;
        return (
          <>
            {head?.(t('titleOf', { name, number }))}
            <nav className="filters no-print" aria-label={t('month')}>
              <Button onClick={() => onMonth(monthBeside(month, -1))}>{t('monthBefore')}</Button>
              <Button onClick={() => onMonth(monthBeside(month, 1))}>{t('monthAfter')}</Button>
            </nav>
            <Summary quota={quota} />
            <Sections quota={quota} />
          </>
        );
      }}
    </Loaded>
  );
}

function Summary({ quota }: { quota: QuotaOfPrisoner }) {
  const { t } = useTranslation('quota');
  const label = useLabel();
  const say = useSayMoment();
  const saySummary = useSaySummary();
  const { prisoner, byRule, allowed, used, beyond, onSiteVisitsCount } = quota;
  return (
    <Card className="panel">
      <p className="sentence" role="status">
        {saySummary({ ...quota, visits: [] })}
      </p>
      <p className="quiet">
        {label(prisoner.prison.name)} ·{' '}
        {t('byRule', {
          grade: label(gradeTexts[prisoner.grade]),
          byRule: String(byRule),
          extra: String(allowed - byRule),
        })}{' '}
        {t(onSiteVisitsCount ? 'oneQuota' : 'onSiteApart')}
        {used >= allowed ? ` ${t('full')}` : ''}
      </p>
      {beyond.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('beyond')}
          description={
            <ul>
              {beyond.map(({ id, number, startsAt }) => (
                <li key={id}>
                  <Link to={`/bookings/${id}`}>{number}</Link> {say(startsAt)}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </Card>
  );
}

function Sections({ quota }: { quota: QuotaOfPrisoner }) {
  const { t } = useTranslation('quota');
  const [dialog, setDialog] = useState<'enter' | 'grant' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Card className="panel" title={t('visits')}>
        <VisitTable visits={quota.visits} />
      </Card>
      <Card
        className="panel"
        title={t('onSiteVisits')}
        extra={
          <ActionButton action={quota.actions.enterOnSite} onClick={() => setDialog('enter')}>
            {t('enter')}
          </ActionButton>
        }
      >
        <OnSiteTable quota={quota} />
      </Card>
      <Card
        className="panel"
        title={t('exceptions')}
        extra={
          <ActionButton action={quota.actions.grantException} onClick={() => setDialog('grant')}>
            {t('grant')}
          </ActionButton>
        }
      >
        <ExceptionList quota={quota} />
      </Card>
      <Card className="panel" title={t('history')}>
        <HistoryTable history={quota.history} />
      </Card>
      {dialog === 'enter' ? <OnSiteDialog quota={quota} onClose={close} /> : null}
      {dialog === 'grant' ? <GrantDialog quota={quota} onClose={close} /> : null}
    </>
  );
}
