import { Collapse } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Asked for when it is opened: to decide again costs more than to look at a case. */
export function ShownOnRequest({ children }: { children: ReactNode }) {
  const { t } = useTranslation('decisions');
  const [open, setOpen] = useState(false);
  return (
    <Collapse
      className={open ? 'panel' : 'panel no-print'}
      onChange={(keys) => setOpen(keys.length > 0)}
      items={[{ key: 'decisions', label: t('show'), children: open ? children : null }]}
    />
  );
}
