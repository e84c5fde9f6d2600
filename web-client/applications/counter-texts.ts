import type { TextList } from '../language/text-list.ts';

/** What the counter asks beyond the application itself: urgency, exceptions, verified relationships, drafts. */
export const counterTexts = {
  urgency: { zh: '是否紧急（规则第21b项）', en: 'Urgent? (rule 21b)' },
  urgent: { zh: '紧急', en: 'Urgent' },
  urgencyReason: { zh: '紧急情况说明', en: 'What has happened' },
  urgencyReasonNeeded: {
    zh: '请说明情况：谁、何时、在哪家医院等。',
    en: 'Write what has happened: who, when, in which hospital.',
  },
  urgencyProof: {
    zh: '紧急申请优先办理、期限缩短；须上传{paper}，缺少时区级不能转送。',
    en: 'Urgent applications come first and have shorter times. The {paper} has to be on file before the district can forward.',
  },
  residence: {
    zh: '申请人的户籍或居住地（规则第3项）',
    en: 'Where the applicant lives or is registered (rule 3)',
  },
  residenceElsewhere: {
    zh: '户籍和居住地均不在本区的，不能在本区受理。请告知申请人：到户籍地或居住地的司法所或县（区）司法局申请。',
    en: 'Applications of people who neither live nor are registered here cannot be taken. Tell the applicant to apply at the judicial office or justice bureau where they live or are registered.',
  },
  exceptionHint: {
    zh: '不是近亲属或监护人，须由监狱特别批准（规则第1b、2项）：请填写理由。',
    en: 'Neither a near relative nor a guardian: the prison has to approve the exception (rules 1b and 2). Write the reason.',
  },
  relationshipNotTaken: {
    zh: '按会见规则（第1b、2、2c项），这样的关系目前不能申请本类会见。请选择其他关系，或移除该会见人。',
    en: 'By the rules (1b, 2 and 2c) somebody so related cannot apply for this kind of visit. Choose another relationship, or take the visitor off.',
  },
  exceptionReason: { zh: '申请特别批准的理由', en: 'Reason for the exception' },
  exceptionReasonNeeded: {
    zh: '请填写理由：监狱据此决定是否特别批准。',
    en: 'Write the reason: the prison decides on the exception by it.',
  },
  exceptionAsked: { zh: '须监狱特别批准', en: 'Exception asked for' },
  categoryWarning: {
    zh: '该类服刑人员的会见人范围可能受限（规则第2c项），请核实关系。',
    en: 'Fewer relatives may be allowed for prisoners of this category (rule 2c): check the relationship.',
  },
  organisationPapers: {
    zh: '须上传单位派遣函或授权书',
    en: 'The organisation’s letter has to be put on file',
  },
  organisationNeeded: {
    zh: '请填写所代表的单位名称。',
    en: 'Write the name of the organisation that the visitor comes for.',
  },
  interpreterNeeded: {
    zh: '使用该语言须有翻译人员，请填写姓名。',
    en: 'This language needs an interpreter: write the name.',
  },
  priorityReasons: { zh: '优先情形（规则第2e项）', en: 'Reasons for priority (rule 2e)' },
  priorityReasonsHint: {
    zh: '只影响办理先后，不影响是否批准',
    en: 'They change the order of the queue and nothing else',
  },
  verifiedHolds: {
    zh: '关系已核验：{relationship}，有效至 {day} 前。本次只需身份证（未成年人：户口簿）。',
    en: 'Verified before: {relationship}, good until {day}. Only the identity card is needed (of a minor the household register).',
  },
  verifiedRunOut: {
    zh: '{relationship} 的核验已于 {day} 到期，须重新提交关系证明。',
    en: 'The verification of {relationship} ran out on {day}: the proof is needed again.',
  },
  verifiedEnded: {
    zh: '{relationship} 的关系已标记为终止，须以新的证明材料申请。',
    en: '{relationship} was marked as ended: fresh proofs are needed.',
  },

  draftSaved: { zh: '草稿已于 {at} 自动保存', en: 'Draft saved by itself at {at}' },
  draftSaving: { zh: '正在保存草稿', en: 'Saving the draft' },
  draftWaiting: {
    zh: '暂时无法保存草稿，连上服务器后自动重试。请不要关闭本页。',
    en: 'The draft cannot be saved now; it is tried again by itself. Do not close this page.',
  },
  drafts: { zh: '草稿', en: 'Drafts' },
  draftsTitle: { zh: '未提交的草稿', en: 'Drafts that were not sent' },
  draftsHint: {
    zh: '受理时填写的内容自动保存，只有本人可见；到期未提交的自动删除。',
    en: 'What you type is saved by itself; only you can see it. Drafts that nobody goes on with are deleted.',
  },
  draftsNone: { zh: '没有草稿。', en: 'There are no drafts.' },
  draftVisitors: { zh: '会见人', en: 'Visitors' },
  draftPrisoner: { zh: '服刑人员', en: 'Prisoner' },
  draftSavedAt: { zh: '最后保存', en: 'Last saved' },
  draftExpires: { zh: '保留至', en: 'Kept until' },
  draftResume: { zh: '继续填写', en: 'Go on' },
  draftDiscard: { zh: '删除草稿', en: 'Discard' },
  draftDiscardQuestion: {
    zh: '确定删除这份草稿？删除后不能恢复。',
    en: 'Discard this draft? It cannot be undone.',
  },
  draftOfNobody: { zh: '尚未填写', en: 'Not filled in yet' },

  validUntil: { zh: '证件有效期至', en: 'Valid until' },
  longTerm: { zh: '长期', en: 'No last day' },
  validUntilHint: { zh: '按证件背面填写', en: 'As on the back of the card' },

  relationships: { zh: '已核验的关系', en: 'Verified relationships' },
  relationshipsNone: {
    zh: '这些会见人与该服刑人员的关系尚未核验；监狱批准申请时自动登记。',
    en: 'Nothing has been verified between these visitors and the prisoner. The prison’s approval records it.',
  },
  visitor: { zh: '会见人', en: 'Visitor' },
  relationship: { zh: '关系', en: 'Relationship' },
  standing: { zh: '状态', en: 'Standing' },
  verifiedBy: { zh: '核验依据', en: 'Proved with' },
  verifiedAt: { zh: '核验时间', en: 'Verified' },
  revalidateOn: { zh: '重新核验日', en: 'To be proved again on' },
  endRelationship: { zh: '标记终止', en: 'Mark as ended' },
  endRelationshipOf: { zh: '标记{name}的关系终止', en: 'Mark the relationship of {name} as ended' },
  endHint: {
    zh: '标记后再次申请须重新提交关系证明；据此已预约的会见会标为“须复核”。操作记入台账，不能撤销。',
    en: 'The proofs are asked for again, and visits booked on it are flagged for review. It is written into the ledger and cannot be undone.',
  },
  endReason: { zh: '终止原因', en: 'Reason' },
  endReasonNeeded: { zh: '请选择原因。', en: 'Choose the reason.' },
  endNote: { zh: '说明', en: 'Note' },
  verifiedUntil: { zh: '关系已核验，{day} 重新核验', en: 'Verified; to be proved again on {day}' },
} satisfies TextList;
