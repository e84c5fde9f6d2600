import { useTranslation } from 'react-i18next';
import { barKindTexts } from '../../server/custody/codes.ts';
import type { ChangePreview } from '../../server/custody/schema.ts';
import { useLabel } from '../language/index.ts';
import { FlaggedList } from './flagged-list.tsx';
import { useSayPeriod } from './use-say-period.ts';

/** Which booked visits a change would touch, and what it would enter. */
export function PreviewOfChange({ preview }: { preview: ChangePreview }) {
  const { t } = useTranslation('prisoners');
  const label = useLabel();
  const sayPeriod = useSayPeriod();
  const { flagged, cleared, bars } = preview;
  return (
    <div role="status">
      <p>
        <strong>{t('previewTitle')}</strong>
      </p>
      {bars.length === 0 ? null : (
        <>
          <p>{t('willBar')}</p>
          <ul>
            {bars.map((bar) => (
              <li key={bar.kind}>
                {label(barKindTexts[bar.kind])} · {sayPeriod(bar)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{flagged.length === 0 ? t('touchesNone') : t('touches', { count: flagged.length })}</p>
      <FlaggedList flagged={flagged} />
      {cleared.length === 0 ? null : (
        <>
          <p>{t('clears', { count: cleared.length })}</p>
          <FlaggedList flagged={cleared} />
        </>
      )}
    </div>
  );
}
