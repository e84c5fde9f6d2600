import { defineRefusals } from '../edge/index.ts';

export const relationshipRefusals = defineRefusals({
  relationship_ended_already: {
    status: 409,
    zh: '该关系已标记为终止，不必重复操作。如有误，请以新的证明材料重新申请（规则第4b项）。',
    en: 'This relationship has been marked as ended before. If that is wrong, apply anew with fresh proofs (rule 4b).',
  },
  relationship_superseded: {
    status: 409,
    zh: '该核验已由较新的核验取代，请在较新的一条上操作。',
    en: 'This relationship has been proved again later: mark the later entry.',
  },
});
