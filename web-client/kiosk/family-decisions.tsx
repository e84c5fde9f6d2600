import { useTranslation } from 'react-i18next';
import type { FamilyApplication } from '../../server/kiosk/schema.ts';
import { bodyTexts, decisionTexts } from '../../server/reviews/schema.ts';
import { Moment, useLabel } from '../language/index.ts';

/** What was decided, the newest first, with the reason in full. */
export function FamilyDecisions({ decisions }: Pick<FamilyApplication, 'decisions'>) {
  const { t } = useTranslation('kiosk');
  const label = useLabel();
  if (decisions.length === 0) return null;
  return (
    <section className="kiosk-card">
      <h2>{t('decisions')}</h2>
      <ol className="kiosk-plain-list">
        {[...decisions].reverse().map(({ body, decision, reason, note, decidedAt }) => (
          <li key={decidedAt}>
            <strong>
              {label(bodyTexts[body])} · {label(decisionTexts[decision])}
            </strong>{' '}
            <span className="quiet">
              <Moment at={decidedAt} shape="day" />
            </span>
            {reason ? <p>{t('reason', { reason })}</p> : null}
            {note ? <p>{t('note', { note })}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
