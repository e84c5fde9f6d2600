import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { type CheckIn, missingStepTexts } from '../../server/check-in/schema.ts';
import { useLabel } from '../language/index.ts';

/** What is still missing, by person. */
export function MissingSteps({ checkIn }: { checkIn: CheckIn }) {
  const { t } = useTranslation('checkIn');
  const label = useLabel();
  if (checkIn.missing.length === 0) return null;
  const people = [...checkIn.visitors, checkIn.prisoner];
  return (
    <Alert
      className="panel"
      type="info"
      role="status"
      title={t('missing')}
      description={
        <ul>
          {checkIn.missing.map(({ step, subjectId }) => (
            <li key={step + subjectId}>
              {people.find(({ id }) => id === subjectId)?.name} · {label(missingStepTexts[step])}
            </li>
          ))}
        </ul>
      }
    />
  );
}
