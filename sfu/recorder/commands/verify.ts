/** npm run recording:verify -- DIRECTORY [SHA256]: exit 0 when sound, 1 with what is wrong, 2 when misused. */
import { stat } from 'node:fs/promises';
import type { ManifestTrack, RecordingManifest } from '../manifest.ts';
import { verifyRecording } from '../verify-recording.ts';

const listedGaps = 20;

function summarise(manifest: RecordingManifest): string {
  const tracks = manifest.parts.flatMap((part) => part.tracks.map((track) => ({ part, track })));
  const gaps = tracks.flatMap(({ part, track }) => track.missing.map((gap) => ({ part, track, gap })));
  const span = Date.parse(manifest.lastArrival ?? '') - Date.parse(manifest.firstArrival ?? '');
  const minutes = Number.isNaN(span) ? '0.0' : (span / 60_000).toFixed(1);
  const lines = [
    `${manifest.recording}: sound; ${minutes} minutes, ${manifest.parts.length} parts, ${manifest.packets} packets, ` +
      `${manifest.missingPackets} of ${manifest.expected} missing in ${gaps.length} gaps`,
    `manifest sha256 ${manifest.sha256}`,
  ];
  for (const { part, track } of tracks) lines.push(`${part.name}/${track.name}: ${describeTrack(track)}`);
  for (const part of manifest.parts) {
    if (!part.closed) lines.push(`${part.name}: the recorder's life ended without closing it`);
    if (part.failure) lines.push(`${part.name}: failed: ${part.failure} (${part.lost} packets lost)`);
  }
  for (const { part, track, gap } of gaps.slice(0, listedGaps)) {
    lines.push(`${part.name}/${track.name}: missing ${gap.from} to ${gap.to}, ${gap.since} to ${gap.until}`);
  }
  if (gaps.length > listedGaps) lines.push(`and ${gaps.length - listedGaps} more gaps, all in the manifest`);
  return lines.join('\n');
}

const describeTrack = (track: ManifestTrack) =>
  `${track.packets} packets, ${track.missingPackets} missing, ${track.firstArrival} to ${track.lastArrival}`;

const [folder, expectedHash, ...rest] = process.argv.slice(2);
const isFolder = folder && (await stat(folder).catch(() => undefined))?.isDirectory();
if (!isFolder || rest.length > 0) {
  process.stderr.write('Usage: recording:verify -- DIRECTORY [SHA256 of the manifest, from the ledger]\n');
  process.exitCode = 2;
} else {
  const verdict = await verifyRecording(folder, expectedHash);
  process.stdout.write(`${verdict.ok ? summarise(verdict.manifest) : `${folder}: ${verdict.problem}`}\n`);
  process.exitCode = verdict.ok ? 0 : 1;
}
