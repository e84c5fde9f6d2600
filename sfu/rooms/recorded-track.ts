import { setImmediate as afterNotifications } from 'node:timers/promises';
import type { types } from 'mediasoup';
import type { RecordingPart, TrackFacts, TrackWriter } from '../recorder/index.ts';
import { recordedCodec } from './codecs.ts';
import { askForKeyFrames } from './key-frames.ts';
import { followSenderReports } from './sender-reports.ts';
import type { PublishedMedia } from './tracks.ts';

/** One published track on its way to the recorder. */
export type RecordedTrack = {
  /** Whether a packet of the track has reached the disk. */
  isWritten(): boolean;
  /**
   * Whether every packet that the worker sent to the recorder has come. Never settles when the worker
   * hangs.
   */
  gotEverything(): Promise<boolean>;
  /** Settles when the last packet of the track was handed to the writer and the writer has closed. */
  ended: Promise<void>;
};

export type TrackToRecord = {
  media: PublishedMedia;
  transport: types.DirectTransport;
  rtpCapabilities: types.RtpCapabilities;
  part: RecordingPart;
  now: () => bigint;
  onWritten(): void;
};

const absCaptureTime = 'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time';

function trackFacts({ track }: PublishedMedia, parameters: types.RtpParameters): TrackFacts {
  const [codec] = parameters.codecs;
  const [encoding] = parameters.encodings ?? [];
  if (codec === undefined || encoding?.ssrc === undefined)
    throw new Error('a consumer without codec or SSRC');
  return {
    party: track.party,
    kind: track.kind,
    codec: recordedCodec[track.kind],
    payloadType: codec.payloadType,
    clockRate: codec.clockRate,
    channels: codec.channels,
    ssrc: encoding.ssrc,
    absCaptureTimeId: parameters.headerExtensions?.find(({ uri }) => uri === absCaptureTime)?.id,
  };
}

/**
 * Consumes a producer for the recorder. The consumer has no part in the gate and is never paused, so it gets
 * every packet that any other consumer of the producer gets: retransmitted ones as well, in the order of
 * their coming, under numbers that keep the gaps of the original. It stores nothing for retransmission itself
 * (`enableRtx`), because the way from worker to recorder loses nothing.
 */
export async function recordTrack(options: TrackToRecord): Promise<RecordedTrack> {
  const { media, transport, rtpCapabilities, part, now, onWritten } = options;
  const { track, producer } = media;
  const consumer = await transport.consume({
    producerId: track.producerId,
    rtpCapabilities,
    enableRtx: false,
    // Until the listeners below are there: a packet must not come before them.
    paused: true,
  });
  const facts = trackFacts(media, consumer.rtpParameters);
  const writer = part.addTrack(facts);
  const keyFrames = track.kind === 'video' ? askForKeyFrames(consumer) : undefined;
  let received = 0;
  let written = false;

  function noteWritten() {
    if (written || writer.packetsOnDisk() === 0) return;
    written = true;
    onWritten();
  }

  consumer.on('rtp', (packet) => {
    received += 1;
    writer.writeRtp(packet, now());
    keyFrames?.seen(packet);
    noteWritten();
  });
  let unfollow: (() => void) | undefined;
  const ended = untilEnd(consumer, writer, () => {
    keyFrames?.stop();
    unfollow?.();
  });
  unfollow = await followSenderReports(producer, facts.ssrc, (report) => writer.writeRtcp(report, now()));
  await consumer.resume();

  return {
    isWritten: () => writer.packetsOnDisk() > 0,
    async gotEverything() {
      if (consumer.closed) return true;
      const stats = await consumer.getStats();
      // mediasoup answers a request at once but tells notifications (packets are such) one turn of the event
      // loop later.
      await afterNotifications();
      return stats.every((stat) => stat.type !== 'outbound-rtp' || received >= stat.packetCount);
    },
    ended,
  };
}

/**
 * The track ends when the worker says so, not when the room closes the producer: packets that were under way
 * to the parties at that moment are told before, and belong in the recording.
 */
function untilEnd(consumer: types.Consumer, writer: TrackWriter, stop: () => void): Promise<void> {
  return new Promise((resolve) => {
    function end() {
      stop();
      writer.end().then(resolve);
    }
    consumer.once('producerclose', end);
    consumer.once('transportclose', end);
  });
}
