import { Descriptions, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  kindTexts,
  mobilityNeedTexts,
  originTexts,
  priorityReasonTexts,
  residenceTexts,
  urgencyTexts,
  visitLanguageTexts,
} from '../../../server/applications/schema.ts';
import { relationships } from '../../../server/people/schema.ts';
import { brackets, list, useLabel } from '../../language/index.ts';
import type { FormValues, VisitorValues } from './form-values.ts';

/** All that was entered, to be read out to the applicant before it is sent. */
export function CheckStep() {
  const { t } = useTranslation('applications');
  const { t: tCounter } = useTranslation('counter');
  const label = useLabel();
  const values = Form.useFormInstance<FormValues>().getFieldsValue(true) as FormValues;
  const { urgency = 'none', residence = 'not_stated', priorityReasons = [] } = values;
  const sayVisitor = (visitor: VisitorValues) =>
    [
      visitor.name,
      visitor.idNumber,
      visitor.phone,
      label(relationships[visitor.relationship]),
      visitor.organisation,
      visitor.exceptionReason
        ? `${tCounter('exceptionAsked')}${brackets(visitor.exceptionReason)}`
        : undefined,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Descriptions
      bordered
      column={1}
      items={[
        { key: 'kind', label: t('kind'), children: label(kindTexts[values.kind]) },
        { key: 'origin', label: t('origin'), children: label(originTexts[values.origin]) },
        { key: 'prisoner', label: t('prisoner'), children: values.prisoner.label },
        {
          key: 'urgency',
          label: tCounter('urgency'),
          children: [label(urgencyTexts[urgency]), urgency === 'none' ? '' : values.urgencyReason]
            .filter(Boolean)
            .join(' · '),
        },
        ...values.visitors.map((visitor, index) => ({
          key: `visitor${index}`,
          label: t('visitorNumber', { number: index + 1 }),
          children: sayVisitor(visitor),
        })),
        { key: 'residence', label: tCounter('residence'), children: label(residenceTexts[residence]) },
        { key: 'language', label: t('language'), children: label(visitLanguageTexts[values.language]) },
        { key: 'interpreter', label: t('interpreter'), children: values.interpreter || '—' },
        {
          key: 'needs',
          label: t('mobilityNeeds'),
          children: list((values.mobilityNeeds ?? []).map((need) => label(mobilityNeedTexts[need]))) || '—',
        },
        {
          key: 'priority',
          label: tCounter('priorityReasons'),
          children: list(priorityReasons.map((reason) => label(priorityReasonTexts[reason]))) || '—',
        },
        { key: 'wishes', label: t('wishes'), children: values.wishes || '—' },
      ]}
    />
  );
}
