import type { AllowedAction } from '../../server/edge/allowed-action.ts';
import { isShown } from './action-button.tsx';

/** Why something is not possible, where there is no button to stand beside. */
export function ActionReason({ action }: { action: AllowedAction }) {
  if (action.allowed || !isShown(action)) return null;
  return <p className="disabled-reason">{action.reason}</p>;
}
