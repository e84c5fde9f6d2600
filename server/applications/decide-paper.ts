import type { Refusal } from '../edge/index.ts';
import { isValidOn, type PaperOnFile } from './missing-documents.ts';
import { applicationRefusals } from './refusals.ts';
import type { ApplicationState, DocumentKind } from './schema.ts';

/** What proves who somebody is. */
const identityPapers: readonly DocumentKind[] = ['id_card', 'household_register'];

/** Why a paper cannot be put on file; undefined if it can. */
export function decidePaper(
  paper: Pick<PaperOnFile, 'kind' | 'valid_until'>,
  state: ApplicationState,
  today: string,
): Refusal | undefined {
  const provesIdentity = identityPapers.includes(paper.kind);
  if (state === 'approved' && !provesIdentity) return applicationRefusals.only_identity_after_approval();
  if (provesIdentity && !isValidOn(paper, today)) {
    return applicationRefusals.paper_expired({ validUntil: paper.valid_until ?? '' });
  }
  return undefined;
}
