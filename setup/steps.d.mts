/** Says what a long step is doing just now. */
export type Report = (doing: string) => void;

export interface Steps {
  /** `work` answers with what was done, or '' when there was nothing to do. */
  step(title: string, work: (report: Report) => Promise<string>): Promise<void>;
}

export function createSteps(options: {
  total: number;
  from?: number;
  quiet?: boolean;
  output?: NodeJS.WriteStream;
}): Steps;
