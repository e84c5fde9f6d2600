import { fileTypeFromBuffer } from 'file-type';

const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const;
export type DocumentMediaType = keyof typeof extensions;

/** What a file is by its content, if it is something that is kept. */
export async function mediaTypeOf(content: Buffer): Promise<DocumentMediaType | undefined> {
  const found = (await fileTypeFromBuffer(content))?.mime;
  return found !== undefined && found in extensions ? (found as DocumentMediaType) : undefined;
}

/**
 * The name under which a paper is shown and downloaded: the last part of what was sent, without anything that a file
 * system or a reader could take for more than a name, and with the ending that belongs to the content.
 */
export function cleanFileName(sent: string, mediaType: DocumentMediaType, fallback: string): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const stem = [...plain].slice(0, 100).join('') || fallback;
  return `${stem}.${extensions[mediaType]}`;
}
