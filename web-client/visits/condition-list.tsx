import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { conditionTexts } from '../../server/visits/codes.ts';
import type { SupervisorSnapshot } from '../../server/visits/schema.ts';
import { colon, useLabel } from '../language/index.ts';

/** All that has to hold before the two sides see each other. */
export function ConditionList({ conditions }: Pick<SupervisorSnapshot, 'conditions'>) {
  const { t } = useTranslation('visits');
  const label = useLabel();
  return (
    <Card title={t('conditions')} className="panel">
      <ul className="condition-list">
        {conditions.map(({ code, met }) => (
          <li key={code} className={met ? 'condition-met' : 'condition-open'}>
            <span aria-hidden="true">{met ? '✓' : '○'}</span> {label(conditionTexts[code])}
            <span className="visually-hidden">{colon('') + t(met ? 'met' : 'notMet')}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
