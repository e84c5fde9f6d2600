import { defineRefusals } from '../edge/index.ts';

export const recordingRefusals = defineRefusals({
  no_recording: {
    status: 404,
    zh: '本次会见没有录像，或录像尚未开始封存。',
    en: 'This visit has no recording, or it has not been sealed yet.',
  },
  not_playable: {
    status: 409,
    zh: '可播放文件尚未生成，请稍后再试。',
    en: 'The playable copy is not there yet. Please try again later.',
  },
  replay_reason_missing: {
    status: 403,
    zh: '回放前请先填写回放事由，该事由将记入台账。',
    en: 'Before replaying, give the reason; it goes into the ledger.',
  },
});
