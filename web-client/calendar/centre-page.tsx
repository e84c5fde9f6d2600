import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CentreHours } from '../../server/calendar/schema.ts';
import { endCentreHours, previewCalendarChange, readCentre } from '../api/calendar.ts';
import { useLabel } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { CalendarLinks } from './calendar-links.tsx';
import { CentreHoursTable } from './centre-hours-table.tsx';
import { EndDialog } from './end-dialog.tsx';
import { HoursDialog } from './hours-dialog.tsx';
import { RoomsCard } from './rooms-card.tsx';

type Open = { kind: 'add' } | { kind: 'change' | 'end'; hours: CentreHours };

/** When the corrections centre is open, and its visit rooms. */
export function CentrePage() {
  const { t } = useTranslation('calendar');
  const label = useLabel();
  const [open, setOpen] = useState<Open | null>(null);
  const query = useQuery({ queryKey: ['calendar', 'centre'], queryFn: readCentre });
  return (
    <>
      <PageHead title={t('centreTitle')} />
      <CalendarLinks />
      <Loaded query={query}>
        {({ centre, hours, actions }) =>
          centre === null ? (
            <Alert type="info" showIcon title={t('noCentre')} />
          ) : (
            <Card
              title={`${label(centre.name)} · ${t('centreHours')}`}
              className="panel"
              extra={
                actions.addHours.allowed ? (
                  <Button type="primary" className="no-print" onClick={() => setOpen({ kind: 'add' })}>
                    {t('addHours')}
                  </Button>
                ) : null
              }
            >
              {hours.length === 0 ? (
                <Empty description={t('noHours')} />
              ) : (
                <CentreHoursTable
                  hours={hours}
                  onChange={(one) => setOpen({ kind: 'change', hours: one })}
                  onEnd={(one) => setOpen({ kind: 'end', hours: one })}
                />
              )}
            </Card>
          )
        }
      </Loaded>
      <RoomsCard />
      {open?.kind === 'end' ? (
        <EndDialog
          title={t('endHoursOf', { hours: `${open.hours.opensAt}–${open.hours.closesAt}` })}
          preview={(lastDay) =>
            previewCalendarChange({ change: 'end_centre_hours', id: open.hours.id, lastDay })
          }
          save={(lastDay) => endCentreHours(open.hours.id, lastDay)}
          onClose={() => setOpen(null)}
        />
      ) : open ? (
        <HoursDialog hours={open.kind === 'change' ? open.hours : undefined} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
