import type { z } from 'zod';
import { currentLanguage } from '../language/current-language.ts';
import { ProblemError, problemShape, Unreachable } from './problem.ts';

/** Sends a file in a form. XMLHttpRequest, because fetch cannot say how far an upload has come. */
export function uploadFile<S extends z.ZodType>(
  path: string,
  fields: Record<string, string>,
  file: File,
  answer: S,
  onProgress: (share: number) => void,
): Promise<z.output<S>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept-language', currentLanguage());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Unreachable());
    request.onload = () => {
      const body = jsonOrNothing(request.responseText);
      if (request.status < 400) return resolve(answer.parse(body));
      const problem = problemShape.safeParse(body);
      reject(problem.success ? new ProblemError(request.status, problem.data) : new Unreachable());
    };
    request.send(form);
  });
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
