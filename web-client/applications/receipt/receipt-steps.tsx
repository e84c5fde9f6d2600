import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../server/applications/receipt-schema.ts';
import type { Language } from '../../../server/edge/language.ts';
import { sayTime } from '../../language/index.ts';

type Props = { steps: Receipt['steps']; language: Language };

/** What happens next, one step after the other, with the body that acts and its latest date. */
export function ReceiptSteps({ steps, language }: Props) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT(language, 'applications');
  if (steps.length === 0) return <p>{t('receiptWithdrawn')}</p>;
  const say = ({ step, standing, latestAt }: Receipt['steps'][number]) => {
    if (standing === 'done') return t('stepDone', { what: t(`next_${step}`) });
    if (latestAt === null) return t(`next_${step}`);
    return t('stepBy', { what: t(`next_${step}`), at: sayTime(latestAt, 'moment', language) });
  };
  return (
    <>
      <h2>{t('whatNext')}</h2>
      <ol>
        {steps.map((each) => (
          <li key={each.step} aria-current={each.standing === 'now' ? 'step' : undefined}>
            {say(each)}
          </li>
        ))}
      </ol>
    </>
  );
}
