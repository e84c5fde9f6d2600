import { Button, type ButtonProps } from 'antd';
import { useId } from 'react';

export type AllowedAction = { allowed: true } | { allowed: false; code: string; reason: string };

/** What this role never does is not shown; what it may not do now is shown with the server's reason. */
export function isShown(action: AllowedAction): boolean {
  return action.allowed || action.code !== 'not_permitted';
}

/** A button for an action of a resource. When the server says that it is not possible now, it says why beside it. */
export function ActionButton({ action, ...button }: ButtonProps & { action: AllowedAction }) {
  const reasonId = useId();
  if (!isShown(action)) return null;
  if (action.allowed) return <Button {...button} />;
  return (
    <span className="disabled-action">
      <Button {...button} disabled aria-describedby={reasonId} />
      <span id={reasonId} className="disabled-reason">
        {action.reason}
      </span>
    </span>
  );
}
