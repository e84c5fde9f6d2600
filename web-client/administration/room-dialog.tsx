import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VisitRoom } from '../../server/places/schema.ts';
import { addVisitRoom } from '../api/places.ts';
import { EquipmentDialog } from './equipment-dialog.tsx';
import { PlaceDialog } from './place-dialog.tsx';

/** A visit room of the centre: a new one, or another name, step-free or not, in use or not. */
export function RoomDialog({ room, onClose }: { room?: VisitRoom | undefined; onClose(): void }) {
  const { t } = useTranslation('administration');
  if (room) return <EquipmentDialog kind="visit_room" place={room} onClose={onClose} />;
  return (
    <PlaceDialog<{ name: { zh: string; en: string }; stepFree: boolean }>
      title={t('addRoom')}
      initialValues={{ stepFree: false }}
      save={addVisitRoom}
      onClose={onClose}
      after={() => (
        <Form.Item name="stepFree" valuePropName="checked">
          <Checkbox>{t('stepFree')}</Checkbox>
        </Form.Item>
      )}
    />
  );
}
