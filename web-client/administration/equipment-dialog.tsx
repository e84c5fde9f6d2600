import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { changePlace, previewOutOfUse } from '../api/places.ts';
import { PreviewedDialog } from '../calendar/previewed-dialog.tsx';
import { useLabel } from '../language/index.ts';
import { NameFields } from './name-fields.tsx';

type Equipment = {
  id: string;
  name: { zh: string; en: string };
  version: number;
  outOfUseFrom: string | null;
  stepFree?: boolean;
};
type Values = { name: { zh: string; en: string }; outOfUseFrom?: string; stepFree?: boolean };

type Props = { kind: 'terminal' | 'visit_room'; place: Equipment; onClose(): void };

/** A terminal or a visit room: its name, and from which day on it is out of use, with what that touches. */
export function EquipmentDialog({ kind, place, onClose }: Props) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const [form] = Form.useForm<Values>();
  return (
    <PreviewedDialog<Values>
      title={t('changeOf', { name: label(place.name) })}
      formId="equipment"
      preview={async ({ outOfUseFrom }) =>
        outOfUseFrom && outOfUseFrom !== place.outOfUseFrom
          ? previewOutOfUse({ kind, id: place.id, outOfUseFrom })
          : { lookedAt: 0, touched: [] }
      }
      save={({ name, outOfUseFrom, stepFree }) =>
        changePlace(kind === 'terminal' ? 'terminals' : 'visit-rooms', place.id, {
          version: place.version,
          name,
          outOfUseFrom: outOfUseFrom || null,
          ...(kind === 'visit_room' ? { stepFree: stepFree ?? false } : {}),
        })
      }
      onClose={onClose}
    >
      {(ask) => (
        <Form<Values>
          id="equipment"
          form={form}
          layout="vertical"
          initialValues={{
            name: place.name,
            outOfUseFrom: place.outOfUseFrom ?? '',
            stepFree: place.stepFree ?? false,
          }}
          onFinish={ask}
        >
          <NameFields />
          {kind === 'visit_room' ? (
            <Form.Item name="stepFree" valuePropName="checked">
              <Checkbox>{t('stepFree')}</Checkbox>
            </Form.Item>
          ) : null}
          <Form.Item name="outOfUseFrom" label={t('outOfUseFrom')} extra={t('outOfUseHint')}>
            <Input type="date" />
          </Form.Item>
        </Form>
      )}
    </PreviewedDialog>
  );
}
