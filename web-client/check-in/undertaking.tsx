import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckIn } from '../../server/check-in/schema.ts';
import { useLabel } from '../language/index.ts';

/** The undertaking, to be read out and printed for signature. */
export function Undertaking({ checkIn: { undertaking, visitors } }: { checkIn: CheckIn }) {
  const { t } = useTranslation('checkIn');
  const label = useLabel();
  const [open, setOpen] = useState(false);
  const title = label(undertaking.title);
  usePrintedAlone(open);
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

/** While the dialog is open it is what is printed, and not the page behind it. */
function usePrintedAlone(open: boolean): void {
  useEffect(() => {
    document.body.classList.toggle('print-dialog', open);
    return () => document.body.classList.remove('print-dialog');
  }, [open]);
}
