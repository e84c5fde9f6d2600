import { z } from 'zod';
import { define, everywhere } from './define.ts';

export const recordings = {
  recording_retention_days: define({
    value: z.int().min(90).max(36_500),
    unit: 'days',
    scopeKinds: everywhere,
    source: '未查到会见专门规定；建议 180 天，不少于反恐怖主义法第 32 条的 90 天（第 17b 项）',
    default: 180,
    mustBeConfirmed: true,
  }),
};
