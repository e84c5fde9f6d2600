import canonicalize from 'canonicalize';
import { useTranslation } from 'react-i18next';
import type { LedgerEntryOnPage } from '../../server/ledger/page-schema.ts';
import { colon } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';

/** The very text whose hash is in the tree, and the signed head that it completed. */
export function RawEntry({ entry, onClose }: { entry: LedgerEntryOnPage; onClose(): void }) {
  const { t } = useTranslation('ledger');
  const { leafHash, checkpoint, ...sealed } = entry;
  return (
    <Dialog title={t('rawTitle', { index: entry.index })} width={860} footer={null} onCancel={onClose}>
      <pre className="long-code">{canonicalize(sealed)}</pre>
      <p>
        {colon(t('leafHash'))}
        <code className="long-code">{leafHash}</code>
      </p>
      <pre className="long-code">{checkpoint}</pre>
    </Dialog>
  );
}
