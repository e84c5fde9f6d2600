import { useMutation } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { getTransferKey } from '../api/notices.ts';
import { saveFile } from '../api/save-file.ts';
import { colon } from '../language/index.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';

const command =
  'openssl pkeyutl -verify -pubin -inkey sms-transfer-public-key.pem -rawin -in DX-….csv -sigfile DX-….csv.sig';

/** What the gateway's operator checks the files with. */
export function SigningKeyCard({ fingerprint }: { fingerprint: string }) {
  const { t } = useTranslation('notices');
  const save = useMutation({
    mutationFn: async () => saveFile(await getTransferKey(), 'sms-transfer-public-key.pem'),
  });
  return (
    <Card
      className="panel"
      title={t('keyTitle')}
      extra={
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t('downloadKey')}
        </Button>
      }
    >
      <ProblemNotice error={save.error} />
      <p>
        {colon(t('keyFingerprint'))}
        <code className="long-code">{fingerprint}</code>
      </p>
      <p>{t('keyHint')}</p>
      <code className="long-code">{command}</code>
    </Card>
  );
}
