import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FoundPrisonBody } from '../../server/places/schema.ts';
import { foundPrison } from '../api/places.ts';
import { PlaceDialog } from './place-dialog.tsx';

/** A prison with its ledger book: its code and the name of the book are for good. */
export function FoundPrisonDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('administration');
  return (
    <PlaceDialog<FoundPrisonBody>
      title={t('foundPrison')}
      save={foundPrison}
      onClose={onClose}
      before={
        <Form.Item
          name="id"
          label={t('prisonCode')}
          extra={t('prisonCodeHint')}
          rules={[{ required: true, message: t('codeNeeded') }]}
        >
          <Input maxLength={36} autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      }
      after={() => (
        <Form.Item
          name="bookOrigin"
          label={t('bookOrigin')}
          extra={t('bookOriginHint')}
          rules={[{ required: true, message: t('bookOriginNeeded') }]}
        >
          <Input maxLength={200} autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      )}
    />
  );
}
