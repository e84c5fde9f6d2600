import type { Receipt, ReceiptStep } from './receipt-schema.ts';
import { receiptSteps } from './receipt-schema.ts';
import type { ApplicationState } from './schema.ts';

/** Which step is under way in each state; none once there is nothing to wait for. */
const stepOfState: Record<ApplicationState, ReceiptStep | undefined> = {
  district_review: 'district_review',
  district_supplement: 'district_review',
  prison_review: 'prison_review',
  prison_supplement: 'prison_review',
  approved: 'answer',
  refused: 'answer',
  withdrawn: undefined,
};

const stateOfStep = {
  district_review: 'district_review',
  prison_review: 'prison_review',
  answer: 'approved',
} as const satisfies Partial<Record<ReceiptStep, ApplicationState>>;

/**
 * What happens next, with the latest date of each step if the one before it takes all of its time. `dueAfter` says when a
 * state is due that is entered at a moment.
 */
export function stepsAhead(
  { state, dueAt, now }: { state: ApplicationState; dueAt: string | null; now: string },
  dueAfter: (state: ApplicationState, from: string) => string | null,
): Receipt['steps'] {
  const current = stepOfState[state];
  if (current === undefined) return [];
  // After a refusal there is the answer and nothing else.
  const ahead =
    state === 'refused' ? receiptSteps.slice(0, receiptSteps.indexOf('answer') + 1) : receiptSteps;
  let last = now;
  return ahead.map((step) => {
    const place = receiptSteps.indexOf(step) - receiptSteps.indexOf(current);
    if (place < 0) return { step, standing: 'done', latestAt: null };
    const entered = step in stateOfStep ? stateOfStep[step as keyof typeof stateOfStep] : undefined;
    const reckoned = entered === undefined ? null : dueAfter(entered, last);
    const latestAt = place === 0 && dueAt !== null ? dueAt : reckoned;
    last = latestAt ?? last;
    return { step, standing: place === 0 ? 'now' : 'next', latestAt };
  });
}
