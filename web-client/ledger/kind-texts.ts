import type { Text } from '../../server/edge/language.ts';
import { visitEventKinds, visitEventTexts } from '../../server/visits/codes.ts';

const ownKinds: Record<string, Text> = {
  book_founded: { zh: '设立台账簿', en: 'Book founded' },
  application_submitted: { zh: '受理申请', en: 'Application received' },
  application_resubmitted: { zh: '补充后重新提交', en: 'Application submitted again' },
  query_code_renewed: { zh: '重发查询码', en: 'New query code' },
  relative_signed_in: { zh: '亲属自助登录', en: 'Relative signed in' },
  application_withdrawn: { zh: '撤回申请', en: 'Application withdrawn' },
  application_forwarded: { zh: '区级初审转送', en: 'Application forwarded' },
  application_approved: { zh: '监狱批准', en: 'Application approved' },
  application_refused: { zh: '不予批准', en: 'Application refused' },
  application_supplement_asked: { zh: '要求补充材料', en: 'More papers asked for' },
  relationship_ended: { zh: '亲属关系终止', en: 'Relationship ended' },
  application_answered: { zh: '答复申请人', en: 'Applicant told' },
  document_added: { zh: '上传材料', en: 'Paper added' },
  document_viewed: { zh: '查看材料', en: 'Paper viewed' },
  document_removed: { zh: '删除材料', en: 'Paper removed' },
  visitor_unmasked: { zh: '查看完整号码', en: 'Full numbers shown' },
  visit_booked: { zh: '预约会见', en: 'Visit booked' },
  visit_moved: { zh: '改约会见', en: 'Visit moved' },
  waiting_list_joined: { zh: '加入候补', en: 'Joined the waiting list' },
  waiting_list_left: { zh: '退出候补', en: 'Left the waiting list' },
  waiting_list_lapsed: { zh: '候补期满', en: 'Days on the waiting list passed' },
  visit_kept: { zh: '复核后维持预约', en: 'Flagged visit kept as it is' },
  slot_offered: { zh: '候补时段已保留', en: 'Slot offered to a waiting family' },
  offer_declined: { zh: '候补时段被谢绝', en: 'Offered slot declined' },
  offer_expired: { zh: '候补时段到期释放', en: 'Offered slot not answered in time' },
  visit_cancelled: { zh: '取消会见', en: 'Visit cancelled' },
  assistance_recorded: { zh: '帮教记录', en: 'Assistance session recorded' },
  assistance_record_corrected: { zh: '更正帮教记录', en: 'Assistance record corrected' },
  suspension_proposed: { zh: '提请暂停会见', en: 'Suspension proposed' },
  suspension_approved: { zh: '批准暂停会见', en: 'Suspension approved' },
  suspension_declined: { zh: '未批准暂停会见', en: 'Suspension declined' },
  suspension_lifted: { zh: '提前解除暂停会见', en: 'Suspension lifted' },
  rule_changed: { zh: '规则变更', en: 'Rule changed' },
  rule_withdrawn: { zh: '撤回规则变更', en: 'Rule change withdrawn' },
  sms_transfer_made: { zh: '生成短信转送文件', en: 'Text messages put in a transfer' },
  sms_transfer_downloaded: { zh: '下载短信转送文件', en: 'Transfer of text messages downloaded' },
  sms_receipts_read: { zh: '读入短信回执', en: 'Receipts of text messages read' },
  visit_reminded: { zh: '会见提醒', en: 'Visitors reminded of a visit' },
  day_list_acknowledged: { zh: '监狱确认会见名单', en: 'Day’s list acknowledged by the prison' },
  recording_sealed: { zh: '封存录音录像', en: 'Recording sealed' },
  recording_replayed: { zh: '回放录音录像', en: 'Recording replayed' },
};

/** Every kind of entry in words; those of a visit are its timeline's. */
export const kindTexts: Record<string, Text> = {
  ...ownKinds,
  ...Object.fromEntries(visitEventKinds.map((kind) => [`visit_${kind}`, visitEventTexts[kind]])),
};

export const subjectTexts: Record<string, Text> = {
  prison: { zh: '监狱', en: 'prison' },
  application: { zh: '申请', en: 'application' },
  visitor: { zh: '会见人', en: 'visitor' },
  prisoner: { zh: '服刑人员', en: 'prisoner' },
  visit: { zh: '会见', en: 'visit' },
  booking: { zh: '预约', en: 'booking' },
  document: { zh: '材料', en: 'paper' },
  visit_room: { zh: '会见室', en: 'visit room' },
  terminal: { zh: '监狱终端', en: 'prison terminal' },
  recording: { zh: '录像', en: 'recording' },
  sms_transfer: { zh: '短信转送文件', en: 'transfer of text messages' },
  ward: { zh: '监区', en: 'ward' },
  rule_version: { zh: '规则版本', en: 'rule version' },
};

export const actorTexts: Record<string, Text> = {
  staff: { zh: '工作人员', en: 'Staff' },
  station: { zh: '设备', en: 'Station' },
  applicant: { zh: '申请人', en: 'Applicant' },
  visitor: { zh: '会见人', en: 'Visitor' },
  system: { zh: '系统', en: 'System' },
};
