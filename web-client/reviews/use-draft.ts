import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Application } from '../../server/applications/schema.ts';
import type { ReviewDraft, ReviewName } from '../../server/reviews/draft-schema.ts';
import { type ReviewDraftInput, saveReviewDraft } from '../api/reviews.ts';
import type { ReviewValues } from './review-kinds.ts';

/** Typing goes on: what is typed is kept once it pauses. */
const pauseMs = 600;

export type DraftState = { savedAt: string | null; failed: boolean };

/** Keeps on the server what is entered and not sent, so that it is there again at any browser. */
export function useDraft(applicationId: string, review: ReviewName) {
  const queries = useQueryClient();
  const [state, setState] = useState<DraftState>({ savedAt: null, failed: false });
  const keeper = useMemo(
    () =>
      makeKeeper(
        (values) => saveReviewDraft(applicationId, toDraft(review, values)),
        (draft) => {
          if (draft === null) return setState((before) => ({ ...before, failed: true }));
          setState({ savedAt: draft.savedAt, failed: false });
          queries.setQueryData<Application>(['application', applicationId], (known) =>
            known ? { ...known, draft, halfDone: true } : known,
          );
        },
      ),
    [applicationId, review, queries],
  );
  useEffect(() => {
    const keepNow = () => void keeper.flush();
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [keeper]);
  return { ...keeper, state };
}

/** One request after the other, so that what was typed last is what stays. */
function makeKeeper(
  save: (values: ReviewValues) => Promise<ReviewDraft>,
  onKept: (draft: ReviewDraft | null) => void,
) {
  let waiting: ReviewValues | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> = Promise.resolve();
  const stopWaiting = () => {
    clearTimeout(timer);
    const values = waiting;
    waiting = undefined;
    return values;
  };
  const flush = () => {
    const values = stopWaiting();
    if (values !== undefined) underWay = underWay.then(() => save(values).then(onKept, () => onKept(null)));
    return underWay;
  };
  return {
    keep(values: ReviewValues) {
      stopWaiting();
      waiting = values;
      timer = setTimeout(flush, pauseMs);
    },
    flush,
    /** Nothing may arrive after the decision that it was for. */
    async settle() {
      stopWaiting();
      await underWay;
    },
  };
}

function toDraft(review: ReviewName, { reasonCode, note, conditions }: ReviewValues): ReviewDraftInput {
  return {
    review,
    reasonCode: reasonCode ?? null,
    note: note ?? '',
    conditions: conditions ? withoutGaps(conditions) : null,
  };
}

/** A field of a form that was never touched has no value at all. */
function withoutGaps(
  conditions: NonNullable<ReviewValues['conditions']>,
): NonNullable<ReviewDraftInput['conditions']> {
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined));
}

/** What was entered before, for the fields: a reason belongs to its own decision, words to any. */
export function valuesOf(draft: ReviewDraft | null, review: ReviewName): ReviewValues {
  if (draft === null) return {};
  if (draft.review !== review) return { note: draft.note };
  return {
    ...(draft.reasonCode !== null && { reasonCode: draft.reasonCode }),
    note: draft.note,
    ...(draft.conditions !== null && { conditions: draft.conditions }),
  };
}
