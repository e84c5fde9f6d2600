import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarPreview } from '../../server/calendar/schema.ts';
import { Dialog } from '../shell/dialog.tsx';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { TouchedBookings } from './touched-bookings.tsx';
import './calendar.css';

type Props<C> = {
  title: string;
  /** The form whose submission asks; the buttons stand outside of it. */
  formId: string;
  /** None where nothing that is booked can be touched: it is saved at once. */
  preview?: ((change: C) => Promise<CalendarPreview>) | undefined;
  save(change: C): Promise<unknown>;
  onClose(): void;
  /** The form: it hands over what was entered, and shows at its fields what the server found wrong. */
  children(ask: (change: C) => void, error: unknown): ReactNode;
};

/** Asks for a change, shows what it would do to booked visits, and saves it only then. */
export function PreviewedDialog<C>({ title, formId, preview, save, onClose, children }: Props<C>) {
  const { t } = useTranslation('calendar');
  const queries = useQueryClient();
  const previewing = useMutation({
    mutationFn: async (change: C) => ({ change, preview: await preview?.(change) }),
  });
  const saving = useMutation({
    mutationFn: save,
    async onSuccess() {
      // Whatever shows when a visit can be: the calendar, what is closed, places, offered slots.
      await queries.invalidateQueries();
      onClose();
    },
  });
  const asked = preview ? previewing.data : undefined;
  const ask = (change: C) => {
    if (preview) previewing.mutate(change);
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
                {t('back')}
              </Button>,
              <Button
                key="save"
                type="primary"
                loading={saving.isPending}
                onClick={() => saving.mutate(asked.change)}
              >
                {t('save')}
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
                {t(preview ? 'preview' : 'save')}
              </Button>,
            ]
      }
    >
      <ProblemNotice error={error} />
      {asked?.preview ? (
        <Focused>
          <TouchedBookings preview={asked.preview} />
        </Focused>
      ) : null}
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
