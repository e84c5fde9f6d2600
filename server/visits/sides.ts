import type { Text } from '../edge/language.ts';

/** The two bodies. Each has its key, its supervisor and its right to stop. */
export const sides = ['district', 'prison'] as const;
export type Side = (typeof sides)[number];
export const sideTexts: Record<Side, Text> = {
  district: { zh: '区矫正中心', en: 'District centre' },
  prison: { zh: '监狱', en: 'Prison' },
};
