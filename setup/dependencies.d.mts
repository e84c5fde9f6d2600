import type { Report } from './steps.mjs';

export function installedMatchesLock(lock: string, installed: string | undefined): boolean;
export function ensureDependencies(root: string, report: Report): Promise<string>;
