import { Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRoom } from '../../server/places/schema.ts';
import { EquipmentTable } from '../administration/equipment-table.tsx';
import { RoomDialog } from '../administration/room-dialog.tsx';
import { usePlaces } from '../api/places.ts';
import { Loaded } from '../shell/loaded.tsx';

/** The centre's visit rooms: also kept by the district's supervisor. */
export function RoomsCard() {
  const { t } = useTranslation('calendar');
  const { t: administration } = useTranslation('administration');
  const places = usePlaces();
  const [open, setOpen] = useState<{ room?: VisitRoom } | null>(null);
  return (
    <Loaded query={places}>
      {({ centre, visitRooms, actions }) =>
        centre === null ? null : (
          <Card
            title={t('rooms')}
            className="panel"
            extra={
              actions.keepRooms.allowed ? (
                <Button className="no-print" onClick={() => setOpen({})}>
                  {administration('addRoom')}
                </Button>
              ) : null
            }
          >
            {visitRooms.length === 0 ? (
              <Empty description={t('noRooms')} />
            ) : (
              <EquipmentTable
                places={visitRooms}
                mayChange={actions.keepRooms.allowed}
                onChange={(room) => setOpen({ room })}
              />
            )}
            {open ? <RoomDialog room={open.room} onClose={() => setOpen(null)} /> : null}
          </Card>
        )
      }
    </Loaded>
  );
}
