import { useTranslation } from 'react-i18next';
import { tellings, tellingTexts } from '../../server/notices/schema.ts';
import { markTold } from '../api/notices.ts';
import { ReasonDialog, textsOf } from '../shell/reason-dialog.tsx';
import { useNoticesChanged } from './use-notices-changed.ts';

type Props = { noticeId: string; name: string; onClose(): void };

/** Notes that the visitor was told in words. */
export function TellDialog({ noticeId, name, onClose }: Props) {
  const { t } = useTranslation('notices');
  const changed = useNoticesChanged();
  return (
    <ReasonDialog
      title={t('tellTitle', { name })}
      reasons={{
        label: t('tellHow'),
        needed: t('tellNeeded'),
        field: 'how',
        texts: textsOf(tellings, tellingTexts),
      }}
      okText={t('confirm')}
      send={async ({ code }) => {
        if (code !== undefined) await markTold(noticeId, code);
        await changed();
      }}
      onClose={onClose}
    />
  );
}
