import { defineRefusals } from '../edge/index.ts';

export const applicationRefusals = defineRefusals({
  prisoner_not_known: {
    status: 422,
    zh: '没有这名服刑人员，请重新查找并选择。',
    en: 'There is no such prisoner. Search again and choose one.',
  },
  too_many_visitors: {
    status: 422,
    zh: '每次会见最多 {limit} 人，本申请填写了 {visitors} 人。',
    en: 'At most {limit} visitors may come to a visit; {visitors} are named.',
  },
  applicant_must_be_adult: {
    status: 422,
    zh: '第一名会见人是申请人，须年满18周岁，请调整顺序。',
    en: 'The first visitor is the applicant and has to be an adult: change the order.',
  },
  minor_needs_adult: {
    status: 422,
    zh: '未成年人须由成年人陪同会见，请增加一名成年会见人。',
    en: 'A minor can only come with an adult: add an adult visitor.',
  },
  relationship_needs_exception: {
    status: 422,
    zh: '第 {position} 名会见人不是近亲属或监护人。按规则第2项，须经监狱特别批准，目前不能受理。',
    en: 'Visitor {position} is neither a near relative nor a guardian. By rule 2 this needs an exception by the prison and cannot be accepted now.',
  },
  relationship_not_for_kind: {
    status: 422,
    zh: '第 {position} 名会见人是帮教人员，只能申请远程帮教。',
    en: 'Visitor {position} is an assistance worker, who can only take part in an assistance session.',
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
