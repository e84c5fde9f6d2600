import type { TextList } from '../language/text-list.ts';

/** What relatives and prisoners read: short, calm, and always what to do next. */
export const stationTexts = {
  visitRoomTitle: { zh: '远程会见室', en: 'Remote visit room' },
  terminalTitle: { zh: '远程会见终端', en: 'Remote visit terminal' },
  enrolTitle: { zh: '登记本设备', en: 'Enrol this device' },
  enrolHint: {
    zh: '请输入系统管理员提供的登记码（8位）。只需登记一次。',
    en: 'Enter the enrolment code (8 characters) that the administrator gives you. This is done once.',
  },
  enrolCode: { zh: '登记码', en: 'Enrolment code' },
  enrol: { zh: '登记', en: 'Enrol' },
  codeOfTerminal: {
    zh: '该登记码属于监狱终端，本设备已登记为终端。请打开 /terminal/。',
    en: 'This code belongs to a prison terminal and the device is enrolled as one. Open /terminal/.',
  },
  codeOfVisitRoom: {
    zh: '该登记码属于会见室，本设备已登记为会见室设备。请打开 /visit-room。',
    en: 'This code belongs to a visit room and the device is enrolled for it. Open /visit-room.',
  },
  noVisit: { zh: '目前没有安排会见', en: 'No visit is due now' },
  noVisitHint: {
    zh: '有会见时，本屏幕会自动显示，无需操作。',
    en: 'When a visit is due this screen shows it by itself. There is nothing to do.',
  },
  nextVisitAt: { zh: '下一场会见 {time}', en: 'Next visit at {time}' },
  visitorsAre: { zh: '会见人：{names}', en: 'Visitors: {names}' },
  prisonerIs: { zh: '会见对象：{name}', en: 'To see: {name}' },
  waitForCheckIn: {
    zh: '请工作人员先办理签到，完成后自动接通。',
    en: 'Staff check everyone in first; after that the visit connects by itself.',
  },
  preparing: { zh: '会见准备', en: 'Getting ready' },
  frameGuide: {
    zh: '请坐在虚线框内，露出全脸，离屏幕约一臂远。',
    en: 'Sit inside the dotted frame with your whole face visible, about an arm’s length from the screen.',
  },
  soundLevel: {
    zh: '麦克风音量：请说一句话，绿条应随声音移动。',
    en: 'Microphone: say something; the green bar should move.',
  },
  ownPicture: { zh: '本方画面', en: 'Your own picture' },
  otherPicture: { zh: '对方画面', en: 'The other side' },
  noOtherPicture: { zh: '对方画面尚未接通', en: 'The other side is not connected yet' },
  remaining: { zh: '剩余时间', en: 'Time left' },
  remainingWhenLost: { zh: '中断时剩余', en: 'Left when it broke off' },
  notCounting: { zh: '已停止计时', en: 'The clock is stopped' },
  live: { zh: '会见进行中', en: 'The visit is under way' },
  paused: { zh: '会见暂停', en: 'The visit is paused' },
  picturePaused: { zh: '画面和声音已停住', en: 'Picture and sound are held' },
  pausedNext: {
    zh: '请留在座位上。恢复后会自动继续，暂停期间不计时。',
    en: 'Please stay seated. It goes on by itself; the clock is stopped meanwhile.',
  },
  readySoon: { zh: '即将开始', en: 'About to begin' },
  readyNext: { zh: '请坐好稍候，接通后自动开始。', en: 'Please sit and wait; it begins by itself.' },
  lineLost: { zh: '网络中断，正在重新连接', en: 'The network is interrupted; connecting again' },
  lineLostNext: {
    zh: '请不要离开，也不要关闭页面。若两分钟内没有恢复，请告诉工作人员。',
    en: 'Please do not leave or close the page. If it is not back in two minutes, tell the staff.',
  },
  mediaBroken: {
    zh: '画面或声音暂时中断，正在恢复。',
    en: 'Picture or sound is interrupted and being restored.',
  },
  connecting: { zh: '正在连接', en: 'Connecting' },
  joinAgain: { zh: '重新接入', en: 'Connect again' },
  warning: { zh: '提醒', en: 'Notice' },
  minutesLeft: { zh: '还有 {minutes} 分钟', en: '{minutes} minutes left' },
  turnSoundOn: { zh: '点这里打开声音', en: 'Touch here to turn the sound on' },
  endedCompleted: { zh: '会见已结束', en: 'The visit has ended' },
  endedCompletedNext: {
    zh: '时间已到。请听从工作人员安排离开。',
    en: 'The time is used up. Please follow the staff.',
  },
  endedEarlyNext: { zh: '请听从工作人员安排离开。', en: 'Please follow the staff.' },
  endedByStaff: { zh: '会见已由工作人员结束', en: 'The staff have ended the visit' },
  endedByStaffNext: {
    zh: '请留在原处，工作人员会向您说明。',
    en: 'Please stay where you are; the staff will explain.',
  },
  endedByFault: { zh: '会见因故障结束', en: 'The visit ended because of a fault' },
  endedByFaultNext: {
    zh: '因故障未完成的会见不计入次数，工作人员会为您另行安排。',
    en: 'A visit cut short by a fault does not count; the staff will arrange another one.',
  },
  toStart: { zh: '返回等候页面', en: 'Back to waiting' },
  deviceTitle: { zh: '摄像头或麦克风有问题', en: 'Something is wrong with the camera or microphone' },
  deviceTryAgain: { zh: '重新检测', en: 'Check again' },
  asking: { zh: '正在打开摄像头和麦克风', en: 'Opening camera and microphone' },
  no_camera: {
    zh: '没有找到摄像头。请检查摄像头是否插好；插好后会自动继续。',
    en: 'No camera was found. Check that it is plugged in; it goes on by itself then.',
  },
  no_microphone: {
    zh: '没有找到麦克风。请检查麦克风是否插好；插好后会自动继续。',
    en: 'No microphone was found. Check that it is plugged in; it goes on by itself then.',
  },
  permission_denied: {
    zh: '浏览器没有允许使用摄像头和麦克风。请点地址栏左侧的图标，将摄像头和麦克风改为“允许”，再点“重新检测”。',
    en: 'The browser does not allow camera and microphone. Click the icon left of the address, set both to “Allow”, then check again.',
  },
  in_use: {
    zh: '摄像头或麦克风正被其他程序占用。请关闭其他视频程序；关闭后会自动继续。',
    en: 'Another program is using the camera or microphone. Close it; it goes on by itself then.',
  },
  page_not_secure: {
    zh: '本页面不是安全连接（https），浏览器不提供摄像头。请联系系统管理员。',
    en: 'This page is not on a secure connection (https), so the browser gives no camera. Call the administrator.',
  },
  unplugged: {
    zh: '摄像头或麦克风被拔出或断开。请重新插好；插好后会自动继续。',
    en: 'The camera or microphone was unplugged. Plug it in again; it goes on by itself then.',
  },
  other: {
    zh: '摄像头或麦克风无法打开。请重新启动本设备；仍不行请联系系统管理员。',
    en: 'Camera or microphone cannot be opened. Restart the device; if that does not help, call the administrator.',
  },
  serverAway: {
    zh: '暂时无法连接服务器，正在重试，无需操作。',
    en: 'The server cannot be reached; trying again. There is nothing to do.',
  },
} satisfies TextList;
