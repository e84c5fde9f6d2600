import { Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type Application,
  kindTexts,
  mobilityNeedTexts,
  originTexts,
  priorityReasonTexts,
  residenceTexts,
  stateTexts,
  visitLanguageTexts,
} from '../../server/applications/schema.ts';
import { categoryTexts, gradeTexts } from '../../server/people/schema.ts';
import { list, Moment, useLabel } from '../language/index.ts';

export function ApplicationFacts({ application }: { application: Application }) {
  const { t } = useTranslation('applications');
  const { t: tCounter } = useTranslation('counter');
  const label = useLabel();
  const { prisoner, prison, mobilityNeeds } = application;
  const needs = list(mobilityNeeds.map((need) => label(mobilityNeedTexts[need])));
  return (
    <Card title={t('facts')} className="panel">
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'state', label: t('state'), children: label(stateTexts[application.state]) },
          { key: 'kind', label: t('kind'), children: label(kindTexts[application.kind]) },
          { key: 'prisoner', label: t('prisoner'), children: `${prisoner.name} ${prisoner.number}` },
          { key: 'prison', label: t('prisonOf'), children: label(prison.name) },
          { key: 'grade', label: t('grade'), children: label(gradeTexts[prisoner.grade]) },
          { key: 'category', label: t('category'), children: label(categoryTexts[prisoner.category]) },
          { key: 'origin', label: t('origin'), children: label(originTexts[application.origin]) },
          {
            key: 'createdBy',
            label: t('createdBy'),
            children: application.selfService
              ? t('createdInSelfService', { name: application.createdBy })
              : application.createdBy,
          },
          { key: 'created', label: t('createdAt'), children: <Moment at={application.createdAt} /> },
          {
            key: 'language',
            label: t('language'),
            children: label(visitLanguageTexts[application.language]),
          },
          { key: 'interpreter', label: t('interpreter'), children: application.interpreter || '—' },
          { key: 'needs', label: t('mobilityNeeds'), children: needs || '—' },
          {
            key: 'residence',
            label: tCounter('residence'),
            children: label(residenceTexts[application.residence]),
          },
          {
            key: 'priority',
            label: tCounter('priorityReasons'),
            children:
              list(application.priorityReasons.map((reason) => label(priorityReasonTexts[reason]))) || '—',
          },
          { key: 'wishes', label: t('wishes'), span: 'filled', children: application.wishes || '—' },
        ]}
      />
    </Card>
  );
}
