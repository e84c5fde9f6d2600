import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Station } from '../../server/accounts/schema.ts';
import { sayTime, useLabel, useLanguage } from '../language/index.ts';
import { Dialog } from '../shell/dialog.tsx';

export type FreshCode = { station: Station; code: string; expiresAt: string };

/** Shows a new code once and large. It closes only on purpose: nobody can see the code again. */
export function FreshCodeDialog({ fresh, onClose }: { fresh: FreshCode | null; onClose(): void }) {
  const { t } = useTranslation('administration');
  const label = useLabel();
  const language = useLanguage();
  if (!fresh) return null;
  const { station, code, expiresAt } = fresh;
  const page = station.kind === 'terminal' ? '/terminal/' : '/visit-room';
  return (
    <Dialog
      title={t('codeTitle', { place: label(station.placeName) })}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('codeWritten')}
        </Button>
      }
    >
      <output className="enrolment-code" style={{ display: 'block' }}>
        {inGroups(code)}
      </output>
      <p>
        {t('codeHint', {
          address: window.location.origin + page,
          time: sayTime(expiresAt, 'moment', language),
        })}
      </p>
    </Dialog>
  );
}

/** `7KQF-M2XR` is read out and typed with fewer mistakes. */
function inGroups(code: string): string {
  return code.replace(/^(.{4})(.{4})$/, '$1-$2');
}
