import { Modal, type ModalProps } from 'antd';
import { useEffect, useRef, useState } from 'react';

type Props = Omit<ModalProps, 'open' | 'afterOpenChange'>;

/** A dialog that is open as long as it is rendered. The focus goes to its first field, and afterwards back to where it was. */
export function Dialog({ children, ...modal }: Props) {
  const content = useRef<HTMLDivElement>(null);
  useFocusBack();
  return (
    <Modal
      {...modal}
      open
      afterOpenChange={(open) => {
        if (open) content.current?.querySelector<HTMLElement>('input, textarea')?.focus();
      }}
    >
      <div ref={content}>{children}</div>
    </Modal>
  );
}

/** What opened the dialog may be gone by then, as what it asked for is done: the page itself takes the focus then. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      if (document.activeElement === document.body) document.getElementById('content')?.focus();
    },
    [before],
  );
}
