export { type CallState, type Line, type MediaPath, nextCallState } from './call-state.ts';
export { type Capture, type CaptureState, openCapture } from './capture.ts';
export { type DeviceTrouble, deviceTroubles } from './device-trouble.ts';
export { joinAsParty, joinAsSupervisor } from './join.ts';
export { PictureAndSound } from './picture-and-sound.tsx';
export { useCountdown } from './use-countdown.ts';
export { useObservable } from './use-observable.ts';
export { useStream } from './use-stream.ts';
export type { VisitCall } from './visit-call.ts';
