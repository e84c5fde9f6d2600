import { Button, type ButtonProps } from 'antd';
import { useId } from 'react';
import type { AllowedAction } from '../../server/edge/allowed-action.ts';

const neverTheirs = ['not_permitted', 'not_yours_to_say'];

/** What this role or body never does is not shown; what it may not do now is shown with the server's reason. */
export function isShown(action: AllowedAction): boolean {
  return action.allowed || !neverTheirs.includes(action.code);
}

type Props = ButtonProps & {
  action: AllowedAction;
  /** The element that gives the reason for several buttons at once; without it the reason stands at the button. */
  reasonAt?: string;
};

/** A button for an action of a resource. When the server says that it is not possible now, it says why beside it. */
export function ActionButton({ action, reasonAt, ...button }: Props) {
  const reasonId = useId();
  if (!isShown(action)) return null;
  if (action.allowed) return <Button {...button} />;
  if (reasonAt) return <Button {...button} disabled aria-describedby={reasonAt} />;
  return (
    <span className="disabled-action">
      <Button {...button} disabled aria-describedby={reasonId} />
      <span id={reasonId} className="disabled-reason">
        {action.reason}
      </span>
    </span>
  );
}

/** The reason that stands in the way of all of these actions alike, if there is one. */
export function sharedReason(actions: readonly AllowedAction[]): string | undefined {
  const reasons = new Set(actions.map((action) => (action.allowed ? undefined : action.reason)));
  return reasons.size === 1 ? [...reasons][0] : undefined;
}
