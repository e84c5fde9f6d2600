import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { ProblemNotice } from './problem-notice.tsx';

type Props<C, P> = {
  title: string;
  /** The form whose submission asks; the buttons stand outside of it. */
  formId: string;
  saveText: string;
  /** None where there is nothing to foresee: it is saved at once. */
  preview?: ((change: C) => Promise<P>) | undefined;
  showPreview(asked: { change: C; preview: P }): ReactNode;
  save(change: C): Promise<unknown>;
  onSaved(): unknown;
  onClose(): void;
  /** The form: it hands over what was entered, and shows at its fields what the server found wrong. */
  children(ask: (change: C) => void, error: unknown): ReactNode;
};

/** Asks for a change, shows what it would do, and saves it only then. */
export function PreviewFirstDialog<C, P>(props: Props<C, P>) {
  const { title, formId, saveText, preview, showPreview, save, onSaved, onClose, children } = props;
  const { t } = useTranslation('shell');
  const previewing = useMutation({
    mutationFn: async ({ change, foresee }: { change: C; foresee: (change: C) => Promise<P> }) => ({
      change,
      preview: await foresee(change),
    }),
  });
  const saving = useMutation({ mutationFn: save, onSuccess: onSaved });
  const asked = previewing.data;
  const ask = (change: C) => {
    if (preview) previewing.mutate({ change, foresee: preview });
    else saving.mutate(change);
  };
  const back = () => {
    saving.reset();
    previewing.reset();
  };
  const error = saving.error ?? previewing.error;
  return (
    <Dialog
      width={720}
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        asked
          ? [
              <Button key="back" onClick={back}>
                {t('backToForm')}
              </Button>,
              <Button
                key="save"
                type="primary"
                loading={saving.isPending}
                onClick={() => saving.mutate(asked.change)}
              >
                {saveText}
              </Button>,
            ]
          : [
              <Button key="cancel" onClick={onClose}>
                {t('cancel')}
              </Button>,
              <Button
                key="ask"
                type="primary"
                htmlType="submit"
                form={formId}
                loading={previewing.isPending || saving.isPending}
              >
                {preview ? t('preview') : saveText}
              </Button>,
            ]
      }
    >
      <ProblemNotice error={error} />
      {asked ? <Focused>{showPreview(asked)}</Focused> : null}
      {/* Kept while the preview is shown, so that going back finds what was typed. */}
      <div hidden={asked !== undefined}>{children(ask, error)}</div>
    </Dialog>
  );
}

/** Takes the focus from the form, and gives it to no button: a key that is held down must not save what nobody has read. */
function Focused({ children }: { children: ReactNode }) {
  const section = useRef<HTMLDivElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <div ref={section} tabIndex={-1}>
      {children}
    </div>
  );
}
