import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckIn } from '../../server/check-in/schema.ts';
import { useLabel } from '../language/index.ts';

/** The undertaking, to be read out and printed for signature. */
export function Undertaking({ checkIn: { undertaking, visitors } }: { checkIn: CheckIn }) {
  const { t } = useTranslation('checkIn');
  const label = useLabel();
  const [open, setOpen] = useState(false);
  const title = label(undertaking.title);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('showUndertaking')}</Button>
      <Modal
        open={open}
        title={title}
        width={720}
        okText={t('printUndertaking')}
        onOk={() => window.print()}
        onCancel={() => setOpen(false)}
        rootClassName="printable-dialog"
      >
        {undertaking.paragraphs.map((paragraph) => (
          <p key={paragraph.zh}>{label(paragraph)}</p>
        ))}
        {visitors
          .filter(({ adult }) => adult)
          .map(({ id, name }) => (
            <p key={id}>
              {name} · {t('undertakingSignature')} ________________
            </p>
          ))}
        <p className="quiet">{undertaking.version}</p>
      </Modal>
    </>
  );
}
