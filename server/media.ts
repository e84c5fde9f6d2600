import { lookup } from 'node:dns/promises';
import type { Logger } from 'pino';
import { createMediaNode, openPart } from '../sfu/index.ts';
import type { MediaNode } from '../sfu/media-node.ts';
import { findWorkerBinary } from '../sfu/worker-binary/index.ts';
import { type Settings, SettingsUnusable } from './settings.ts';

/** The media node of a one-machine installation, in this process. */
export async function startMediaNode(settings: Settings, log: Logger): Promise<MediaNode> {
  const address = await mediaAddressOf(settings);
  return createMediaNode({
    workerBinary: findWorkerBinary,
    // One socket on every address, announced under the one that the other side can reach.
    ...(address === loopback
      ? { listenAddress: loopback }
      : { listenAddress: '0.0.0.0', announcedAddress: address }),
    ports: settings.mediaPorts,
    logger: log,
    openPart,
  });
}

const loopback = '127.0.0.1';

/** @throws SettingsUnusable when PUBLIC_HOST is a name that nobody knows here */
async function mediaAddressOf({ mediaAddress, publicHost }: Settings): Promise<string> {
  if (mediaAddress) return mediaAddress;
  if (!publicHost) return loopback;
  try {
    return (await lookup(publicHost, { family: 4 })).address;
  } catch {
    throw new SettingsUnusable(
      `PUBLIC_HOST: ${publicHost} is no address and no name known here; set MEDIA_ADDRESS to the address of this machine`,
    );
  }
}
