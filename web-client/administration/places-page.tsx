import { Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveCentre, usePlaces } from '../api/places.ts';
import { RoomsCard } from '../calendar/rooms-card.tsx';
import { useLabel } from '../language/index.ts';
import { Loaded } from '../shell/loaded.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { FoundPrisonDialog } from './found-prison-dialog.tsx';
import { HolidayWarning } from './holiday-warning.tsx';
import { PlaceDialog } from './place-dialog.tsx';
import { PrisonCard } from './prison-card.tsx';

/** The centre with its rooms and the prisons with theirs: all that an installation is set up with. */
export function PlacesPage() {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const places = usePlaces();
  const [open, setOpen] = useState<'centre' | 'prison' | null>(null);
  return (
    <>
      <PageHead title={t('placesTitle')}>
        <Button type="primary" onClick={() => setOpen('prison')}>
          {t('foundPrison')}
        </Button>
      </PageHead>
      <HolidayWarning />
      <p className="quiet">{t('placesHint')}</p>
      <Loaded query={places}>
        {({ centre, prisons }) => (
          <>
            <Card
              title={t('centre')}
              className="panel"
              extra={
                <Button className="no-print" onClick={() => setOpen('centre')}>
                  {t(centre ? 'renameCentre' : 'registerCentre')}
                </Button>
              }
            >
              {centre ? label(centre.name) : <Empty description={t('noCentreYet')} />}
            </Card>
            <RoomsCard />
            {prisons.length === 0 ? (
              <Card className="panel">
                <Empty description={t('noPrisonYet')} />
              </Card>
            ) : (
              prisons.map((prison) => <PrisonCard key={prison.id} prison={prison} />)
            )}
            {open === 'centre' ? (
              <PlaceDialog
                title={t(centre ? 'renameCentre' : 'registerCentre')}
                initialValues={centre ? { name: centre.name } : undefined}
                save={({ name }) => saveCentre({ version: centre?.version ?? null, name })}
                onClose={() => setOpen(null)}
              />
            ) : null}
            {open === 'prison' ? <FoundPrisonDialog onClose={() => setOpen(null)} /> : null}
          </>
        )}
      </Loaded>
    </>
  );
}
