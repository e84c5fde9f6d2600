import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Checkbox, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Closure, ClosureScope } from '../../server/calendar/schema.ts';
import { liftClosure, readClosures } from '../api/calendar.ts';
import { useLabel } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { PrisonSelect } from '../shell/prison-select.tsx';
import { ReasonDialog } from '../shell/reason-dialog.tsx';
import { CalendarLinks } from './calendar-links.tsx';
import { ClosureDialog } from './closure-dialog.tsx';
import { ClosureTable } from './closure-table.tsx';

/** What is closed from when until when, and why. */
export function ClosuresPage() {
  const { t } = useTranslation('calendar');
  const [prisonId, setPrisonId] = useState<string>();
  const [past, setPast] = useState(false);
  const [entering, setEntering] = useState<ClosureScope[] | null>(null);
  const [lifting, setLifting] = useState<Closure | null>(null);
  const asked = { prisonId, past: past ? ('yes' as const) : ('no' as const) };
  const query = useQuery({ queryKey: ['calendar', 'closures', asked], queryFn: () => readClosures(asked) });
  const mayClose = query.data?.mayClose ?? [];
  return (
    <>
      <PageHead title={t('closuresTitle')}>
        {mayClose.length > 0 ? (
          <Button type="primary" onClick={() => setEntering(mayClose)}>
            {t('enterClosure')}
          </Button>
        ) : null}
      </PageHead>
      <CalendarLinks />
      <p className="quiet">{t('closuresHint')}</p>
      <search className="filters no-print">
        <PrisonSelect id="closures-prison" prisonId={prisonId} onChange={setPrisonId} />
        <Checkbox checked={past} onChange={({ target }) => setPast(target.checked)}>
          {t('showPast')}
        </Checkbox>
      </search>
      <Card>
        <Loaded query={query}>
          {({ closures, more }) => (
            <>
              {closures.length === 0 ? (
                <Empty description={t('noClosures')} />
              ) : (
                <ClosureTable closures={closures} onLift={setLifting} />
              )}
              {more ? <p className="quiet">{t('more')}</p> : null}
            </>
          )}
        </Loaded>
      </Card>
      {entering ? <ClosureDialog scopes={entering} onClose={() => setEntering(null)} /> : null}
      {lifting ? <LiftDialog closure={lifting} onClose={() => setLifting(null)} /> : null}
    </>
  );
}

function LiftDialog({ closure, onClose }: { closure: Closure; onClose(): void }) {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  const queries = useQueryClient();
  return (
    <ReasonDialog
      title={t('liftOf', { what: label(closure.scopeName) })}
      hint={t('liftHint')}
      noteLabel={t('note')}
      noteNeeded={t('noteNeeded')}
      okText={t('lift')}
      cancelText={t('cancel')}
      send={async ({ note = '' }) => {
        await liftClosure(closure.id, note);
        await queries.invalidateQueries();
      }}
      onClose={onClose}
    />
  );
}
