/**
 * The chain of a part: a line for every closed segment, each with the hash of the line before, so that no segment
 * can be taken out, put in or moved without changing every line after it.
 */
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { syncFolder, writeAll } from './durable-file.ts';
import { chainPath } from './layout.ts';

export const chainStart = '0'.repeat(64);

const count = z.number().int().nonnegative();
const segmentLine = z.strictObject({
  kind: z.literal('segment'),
  track: z.string(),
  segment: z.string(),
  sha256: z.string(),
  bytes: count,
  packets: count,
  rtcpPackets: count,
  firstArrival: z.string().optional(),
  lastArrival: z.string().optional(),
  firstSequence: count.optional(),
  lastSequence: count.optional(),
  gaps: z.array(z.strictObject({ from: count, to: count })),
  recovered: z.literal(true).optional(),
  previous: z.string(),
});
/** The recorder's life ended in order; `lost` packets came but could not be written. */
const endLine = z.strictObject({
  kind: z.literal('end'),
  lost: count,
  failure: z.string().optional(),
  previous: z.string(),
});
const chainLine = z.discriminatedUnion('kind', [segmentLine, endLine]);

export type SegmentLine = z.infer<typeof segmentLine>;
export type EndLine = z.infer<typeof endLine>;
export type ChainLine = SegmentLine | EndLine;
export type NewChainLine = Omit<SegmentLine, 'previous'> | Omit<EndLine, 'previous'>;

export type Chain = {
  lines: ChainLine[];
  /** Hash of the last line. */
  head: string;
  /** Bytes of whole lines; what follows is a line that a crash cut short. */
  wholeBytes: number;
  bytes: number;
  /** The first thing that is wrong with a whole line. */
  fault?: string;
};

function readLine(text: string): ChainLine | undefined {
  try {
    const parsed = chainLine.safeParse(JSON.parse(text));
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a chain and follows its links. A missing file is an empty chain. */
export async function readChain(partFolder: string): Promise<Chain> {
  const bytes = await readFile(chainPath(partFolder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
  const chain: Chain = { lines: [], head: chainStart, wholeBytes, bytes: bytes.length };
  const texts = bytes.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1);
  for (const [index, text] of texts.entries()) {
    const line = readLine(text);
    if (!line) chain.fault ??= `line ${index + 1} is not a canonical line`;
    else if (line.previous !== chain.head)
      chain.fault ??= `line ${index + 1} does not follow the line before`;
    if (line) chain.lines.push(line);
    chain.head = sha256(text);
  }
  return chain;
}

export type ChainWriter = {
  /** Appends a line and makes it durable, one after the other; once one has failed, all that follow do. */
  append(line: NewChainLine): Promise<void>;
  close(): Promise<void>;
};

export async function openChain(partFolder: string): Promise<ChainWriter> {
  const { head, wholeBytes } = await readChain(partFolder);
  const handle: FileHandle = await open(chainPath(partFolder), wholeBytes > 0 ? 'r+' : 'w+');
  await syncFolder(partFolder);
  let previous = head;
  let position = wholeBytes;
  let last: Promise<void> = Promise.resolve();

  async function write(line: NewChainLine): Promise<void> {
    const text = canonicalJson({ ...line, previous });
    const bytes = Buffer.from(`${text}\n`);
    await writeAll(handle, bytes, position);
    await handle.sync();
    position += bytes.length;
    previous = sha256(text);
  }

  return {
    append(line) {
      last = last.then(() => write(line));
      return last;
    },
    async close() {
      await last.catch(() => undefined);
      await handle.close();
    },
  };
}
