export class PersonMustAct extends Error {
  constructor(english: string, chinese: string);
}
export function orExplain(work: () => Promise<void>): Promise<void>;
