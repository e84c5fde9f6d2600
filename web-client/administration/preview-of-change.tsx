import { useTranslation } from 'react-i18next';
import type { RulePreview } from '../../server/rules/schema.ts';
import { BookingsInPreview } from '../shell/bookings-in-preview.tsx';

/** What a change would mean for booked visits, in words. */
export function PreviewOfChange({ preview: { lookedAt, unfit } }: { preview: RulePreview }) {
  const { t } = useTranslation('administration');
  return (
    <BookingsInPreview
      bookings={unfit}
      none={t('previewNone', { count: lookedAt })}
      some={t('previewSome', { count: lookedAt, unfit: unfit.length })}
      why={t('whyUnfit')}
    />
  );
}
