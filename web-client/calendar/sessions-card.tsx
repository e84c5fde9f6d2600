import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionTemplate } from '../../server/calendar/schema.ts';
import type { AllowedAction } from '../../server/edge/allowed-action.ts';
import { endSession, previewCalendarChange, readSessions } from '../api/calendar.ts';
import { Loaded } from '../shell/loaded.tsx';
import { EndDialog } from './end-dialog.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { SessionTable } from './session-table.tsx';

type Open = { kind: 'add' } | { kind: 'change' | 'end'; session: SessionTemplate };

/** Every session template of a prison, ended ones too, and what may be done to each. */
export function SessionsCard({ prisonId, addSession }: { prisonId: string; addSession: AllowedAction }) {
  const { t } = useTranslation('calendar');
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const query = useQuery({
    queryKey: ['calendar', 'sessions', prisonId],
    queryFn: () => readSessions(prisonId),
  });
  return (
    <Card
      title={t('sessionsOf')}
      className="panel"
      extra={
        addSession.allowed ? (
          <Button type="primary" className="no-print" onClick={() => setOpen({ kind: 'add' })}>
            {t('addSession')}
          </Button>
        ) : null
      }
    >
      <Loaded query={query}>
        {(sessions) =>
          sessions.length === 0 ? (
            <Empty description={t('noSessions')} />
          ) : (
            <SessionTable
              sessions={sessions}
              onChange={(session) => setOpen({ kind: 'change', session })}
              onEnd={(session) => setOpen({ kind: 'end', session })}
            />
          )
        }
      </Loaded>
      {open?.kind === 'end' ? (
        <EndDialog
          title={t('endSessionOf', { name: open.session.name })}
          preview={(lastDay) =>
            previewCalendarChange({ change: 'end_session', id: open.session.id, lastDay })
          }
          save={(lastDay) => endSession(open.session.id, lastDay)}
          onClose={close}
        />
      ) : open ? (
        <SessionDialog
          prisonId={prisonId}
          session={open.kind === 'change' ? open.session : undefined}
          onClose={close}
        />
      ) : null}
    </Card>
  );
}
