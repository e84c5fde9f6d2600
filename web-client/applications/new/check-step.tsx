import { Descriptions, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  kindTexts,
  mobilityNeedTexts,
  originTexts,
  visitLanguageTexts,
} from '../../../server/applications/schema.ts';
import { relationships } from '../../../server/people/schema.ts';
import { list, useLabel } from '../../language/index.ts';
import type { FormValues } from './form-values.ts';

/** All that was entered, to be read out to the applicant before it is sent. */
export function CheckStep() {
  const { t } = useTranslation('applications');
  const label = useLabel();
  const values = Form.useFormInstance<FormValues>().getFieldsValue(true) as FormValues;
  return (
    <Descriptions
      bordered
      column={1}
      items={[
        { key: 'kind', label: t('kind'), children: label(kindTexts[values.kind]) },
        { key: 'origin', label: t('origin'), children: label(originTexts[values.origin]) },
        { key: 'prisoner', label: t('prisoner'), children: values.prisoner.label },
        ...values.visitors.map((visitor, index) => ({
          key: `visitor${index}`,
          label: t('visitorNumber', { number: index + 1 }),
          children: [
            visitor.name,
            visitor.idNumber,
            visitor.phone,
            label(relationships[visitor.relationship]),
            visitor.organisation,
          ]
            .filter(Boolean)
            .join(' · '),
        })),
        { key: 'language', label: t('language'), children: label(visitLanguageTexts[values.language]) },
        { key: 'interpreter', label: t('interpreter'), children: values.interpreter || '—' },
        {
          key: 'needs',
          label: t('mobilityNeeds'),
          children: list((values.mobilityNeeds ?? []).map((need) => label(mobilityNeedTexts[need]))) || '—',
        },
        { key: 'wishes', label: t('wishes'), children: values.wishes || '—' },
      ]}
    />
  );
}
