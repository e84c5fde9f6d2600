/** What can be wrong with camera and microphone. Each has its own words on the screen: what to do about it. */
export const deviceTroubles = [
  'no_camera',
  'no_microphone',
  'permission_denied',
  'in_use',
  'page_not_secure',
  'unplugged',
  'other',
] as const;
export type DeviceTrouble = (typeof deviceTroubles)[number];

/** The names are those of the Media Capture specification. */
export async function troubleBehind(error: unknown): Promise<DeviceTrouble> {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'permission_denied';
  if (name === 'NotReadableError' || name === 'AbortError') return 'in_use';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.some(({ kind }) => kind === 'videoinput') ? 'no_microphone' : 'no_camera';
  }
  return 'other';
}
