import { defineRefusals } from '../edge/index.ts';

export const applicationRefusals = defineRefusals({
  prisoner_not_known: {
    status: 422,
    zh: '没有这名服刑人员，请重新查找并选择。',
    en: 'There is no such prisoner. Search again and choose one.',
  },
  too_many_visitors: {
    status: 422,
    zh: '每次会见最多 {limit} 人（规则第8项），本申请填写了 {visitors} 人。请减少会见人，其余的人可另行申请。',
    en: 'At most {limit} visitors may come to a visit (rule 8); {visitors} are named. Take some off: they can apply for another visit.',
  },
  applicant_must_be_adult: {
    status: 422,
    zh: '第一名会见人是申请人，须年满18周岁（规则第8项），请调整顺序。',
    en: 'The first visitor is the applicant and has to be an adult (rule 8): change the order.',
  },
  minor_needs_adult: {
    status: 422,
    zh: '未成年人须由成年人陪同会见（规则第8项），请增加一名成年会见人。',
    en: 'A minor can only come with an adult (rule 8): add an adult visitor.',
  },
  relationship_needs_exception: {
    status: 422,
    zh: '第 {position} 名会见人不是近亲属或监护人。按规则第2项，须经监狱特别批准：请填写申请特别批准的理由后再提交。',
    en: 'Visitor {position} is neither a near relative nor a guardian. By rule 2 this needs an exception by the prison: write the reason for the exception, then submit.',
  },
  relationship_not_allowed: {
    status: 422,
    zh: '按规则第2项，第 {position} 名会见人与服刑人员的关系不在可会见范围内，不能受理。请移除该会见人，由范围内的亲属申请。',
    en: 'By rule 2 somebody so related to the prisoner as visitor {position} may not visit. Take the visitor off; a relative who may visit can apply.',
  },
  other_beneficial_not_allowed: {
    status: 422,
    zh: '第 {position} 名会见人不是亲属或监护人。其他有利于改造的人员目前不能申请会见（规则第1b项）；受单位派遣的帮教人员可申请远程帮教。',
    en: 'Visitor {position} is neither a relative nor a guardian. Other people who help the prisoner’s reform may not visit at present (rule 1b); assistance workers sent by an organisation can apply for an assistance session.',
  },
  relationship_not_for_kind: {
    status: 422,
    zh: '第 {position} 名会见人是帮教人员，只能申请远程帮教（规则第2项）。请把类别改为“远程帮教”，或移除该会见人。',
    en: 'Visitor {position} is an assistance worker, who can only take part in an assistance session (rule 2). Change the kind, or take the visitor off.',
  },
  assistance_needs_worker: {
    status: 422,
    zh: '远程帮教须有帮教人员参加（规则第0项，清单产品十三）。请增加一名帮教人员；只有亲属的，请改为“远程会见”。',
    en: 'An assistance session needs an assistance worker (row 0 of the rules, product 13 of the service list). Add one; relatives alone apply for a family visit.',
  },
  category_bars_relationship: {
    status: 422,
    zh: '按规则第2c项，该类服刑人员不能会见第 {position} 名会见人这样的亲属。请移除该会见人，或由范围内的亲属申请；可会见的关系见“会见规则”。',
    en: 'By rule 2c prisoners of this category may not see a relative such as visitor {position}. Take the visitor off, or let a relative apply who may visit: the page of the rules lists them.',
  },
  not_resident_here: {
    status: 422,
    zh: '申请人的户籍和居住地均不在本区，不能在本区受理（规则第3项）。请到户籍地或居住地的司法所或县（区）司法局申请；户籍或居住地之一在本区的，请更正后提交。',
    en: 'The applicant is neither registered nor living in this district, so the application cannot be taken here (rule 3). Apply at the judicial office or justice bureau where the applicant lives or is registered; if one of the two is here, correct the field.',
  },
  interpreter_needed: {
    status: 422,
    zh: '会见使用该语言须有翻译人员（规则第12项）。请填写翻译姓名，或改用可直接使用的语言。',
    en: 'A visit in this language needs an interpreter (rule 12). Write the interpreter’s name, or choose a language that needs none.',
  },
  paper_expired: {
    status: 422,
    zh: '该证件已于 {validUntil} 到期，不能作为身份证明（规则第4项）。请会见人携带有效证件；尚未换证的，请先到公安机关办理。',
    en: 'This paper was valid until {validUntil} and cannot prove who somebody is (rule 4). Ask for a valid one; the police renew it.',
  },
  only_identity_after_approval: {
    status: 409,
    zh: '申请已批准，只能补交换领的身份证件（居民身份证或户口簿）。',
    en: 'The application has been approved: only a renewed identity card or household register can still be put on file.',
  },
  renewed_card_at_counter: {
    status: 409,
    zh: '申请已批准，不用再交材料。身份证件换新的，请带到窗口，由工作人员核对。',
    en: 'The application has been approved and needs no more papers. Please bring a renewed identity card to the counter, where an officer looks at it.',
  },
  already_applied: {
    status: 409,
    zh: '该申请人对同一服刑人员已有申请 {number} 正在办理，不能重复申请。',
    en: 'Application {number} of the same applicant for the same prisoner is still being decided.',
  },
  stale_page: {
    status: 409,
    zh: '此申请已被他人更改，本次操作未生效。请刷新页面，看过最新内容后再操作。',
    en: 'Somebody else has changed this application; nothing was done. Load the page again and look at it before you act.',
  },
  live_booking: {
    status: 409,
    zh: '此申请已有尚未进行的预约，请先取消预约再撤回。',
    en: 'A visit is booked on this application. Cancel the booking first, then withdraw.',
  },
  live_booking_of_family: {
    status: 409,
    zh: '此申请已约好会见，不能在这里撤回。如不能来，请到窗口或打电话请工作人员取消。',
    en: 'A visit is booked on this application, so it cannot be withdrawn here. If you cannot come, ask the counter, in person or by telephone, to cancel it.',
  },
  only_applicant_withdraws: {
    status: 403,
    zh: '只有申请人本人可以在这里撤回申请。',
    en: 'Only the applicant can withdraw the application here.',
  },
  no_file: {
    status: 400,
    zh: '没有收到文件，请选择文件后重新上传。',
    en: 'No file arrived. Choose a file and send it again.',
  },
  file_type_not_allowed: {
    status: 415,
    zh: '只接受 JPEG、PNG 图片或 PDF 文件；系统按文件内容判断，与扩展名无关。',
    en: 'Only JPEG, PNG and PDF are accepted. The content of the file decides, not its name.',
  },
  document_already_on_file: {
    status: 409,
    zh: '同一文件已上传过，无须重复上传。',
    en: 'This very file is on file already.',
  },
  too_many_documents: {
    status: 409,
    zh: '每件申请最多保存 {limit} 份材料。',
    en: 'At most {limit} papers can be kept for an application.',
  },
  document_relied_on: {
    status: 409,
    zh: '审查时已使用过这份材料，不能删除；如有误，请另行上传正确材料。',
    en: 'A decision was made with this paper on file, so it stays. Add the right one if it is wrong.',
  },
  document_unreadable: {
    status: 503,
    zh: '这份材料的文件缺失或已损坏，请联系系统管理员。',
    en: 'The file of this paper is missing or damaged. Call the administrator.',
  },
  cursor_not_valid: {
    status: 400,
    zh: '翻页位置无效，请从第一页重新查看。',
    en: 'This is no place in the list. Begin again at the first page.',
  },
});
