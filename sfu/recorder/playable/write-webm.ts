/** One party's WebM file, written as a stream: only a few frames are in memory. */
import { type FileHandle, open } from 'node:fs/promises';
import {
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  StreamTarget,
  type StreamTargetChunk,
  WebMOutputFormat,
} from 'mediabunny';
import { writeAll } from '../durable-file.ts';
import type { TimedFrame } from './frame.ts';
import { opusHead, opusMilliseconds } from './opus-packets.ts';

export type WebmInput = {
  audio?: { frames: AsyncGenerator<TimedFrame>; channels: number };
  /** The size that the file's header names; key frames may have others. */
  video?: { frames: AsyncGenerator<TimedFrame>; width: number; height: number };
};

type Stream = {
  frames: AsyncGenerator<TimedFrame>;
  /** Time of the last frame given to the file. */
  reached: number;
  add(frame: TimedFrame): Promise<void>;
  close(): void;
};

/**
 * Frames of a camera come when they come. Without a declared rate ffmpeg guesses one from the first seconds, and complains
 * wherever two frames fall into one of its ticks. This grid is finer than any camera's frames and coarser than what it
 * takes for no rate at all (1000); it moves a frame by a millisecond at most.
 */
const videoTicksPerSecond = 500;

function addVideo(output: Output, { frames, width, height }: NonNullable<WebmInput['video']>): Stream {
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source, { frameRate: videoTicksPerSecond });
  const meta = { decoderConfig: { codec: 'vp8', codedWidth: width, codedHeight: height } };
  return {
    frames,
    reached: -1,
    add: ({ data, key, seconds }) =>
      source.add(new EncodedPacket(data, key ? 'key' : 'delta', seconds, 0), meta),
    close: () => source.close(),
  };
}

function addAudio(output: Output, { frames, channels }: NonNullable<WebmInput['audio']>): Stream {
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  const meta = {
    decoderConfig: {
      codec: 'opus',
      numberOfChannels: channels,
      sampleRate: 48_000,
      description: opusHead(channels),
    },
  };
  return {
    frames,
    reached: -1,
    add: ({ data, seconds }) =>
      source.add(new EncodedPacket(data, 'key', seconds, opusMilliseconds(data) / 1000), meta),
    close: () => source.close(),
  };
}

/** The stream that is behind goes first: the writer holds back a frame until every stream has reached its time. */
async function feed(streams: Stream[]): Promise<void> {
  const open = new Set(streams);
  while (open.size > 0) {
    const [stream] = [...open].sort((a, b) => a.reached - b.reached);
    if (!stream) return;
    const { value, done } = await stream.frames.next();
    if (done) {
      stream.close();
      open.delete(stream);
    } else {
      await stream.add(value);
      stream.reached = value.seconds;
    }
  }
}

const fileStream = (handle: FileHandle) =>
  new WritableStream<StreamTargetChunk>({ write: ({ data, position }) => writeAll(handle, data, position) });

export async function writeWebm(path: string, input: WebmInput): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    const target = new StreamTarget(fileStream(handle), { chunked: true, chunkSize: 1024 * 1024 });
    const output = new Output({ format: new WebMOutputFormat(), target });
    const streams = [
      ...(input.video ? [addVideo(output, input.video)] : []),
      ...(input.audio ? [addAudio(output, input.audio)] : []),
    ];
    await output.start();
    await feed(streams);
    await output.finalize();
    await handle.sync();
  } finally {
    await handle.close();
  }
}
