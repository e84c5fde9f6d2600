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
 * What happens next, with the latest date of each step if the one before it takes all of its time; no dates while papers are
 * asked for, since all depends on when they come. `dueAfter` says when a state is due that is entered at a moment.
 */
export function stepsAhead(
  { state, dueAt }: { state: ApplicationState; dueAt: string | null },
  dueAfter: (state: ApplicationState, from: string) => string | null,
): Receipt['steps'] {
  const current = stepOfState[state];
  if (current === undefined) return [];
  // After a refusal there is the answer and nothing else.
  const ahead =
    state === 'refused' ? receiptSteps.slice(0, receiptSteps.indexOf('answer') + 1) : receiptSteps;
  let last = dueAt;
  return ahead.map((step) => {
    const place = receiptSteps.indexOf(step) - receiptSteps.indexOf(current);
    if (place < 0) return { step, standing: 'done', latestAt: null };
    const entered = step in stateOfStep ? stateOfStep[step as keyof typeof stateOfStep] : undefined;
    if (place === 0) return { step, standing: 'now', latestAt: dueAt };
    const latestAt = entered === undefined || last === null ? null : dueAfter(entered, last);
    last = latestAt ?? last;
    return { step, standing: 'next', latestAt };
  });
}
