import { useEffect, useRef } from 'react';

type Props = {
  stream: MediaStream | null;
  label: string;
  muted: boolean;
  mirrored?: boolean;
  className?: string;
  /** The browser did not let the page make a sound before the user touched it. */
  onSoundBlocked?: () => void;
};

/** Plays a stream. If the browser forbids sound it plays the picture without and says so. */
export function PictureAndSound({ stream, label, muted, mirrored, className, onSoundBlocked }: Props) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    video.srcObject = stream;
    if (stream === null) return;
    video.muted = muted;
    video.play().catch((error: unknown) => {
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return;
      video.muted = true;
      onSoundBlocked?.();
      // Without sound a picture may always play.
      void video.play().catch(() => undefined);
    });
  }, [stream, muted, onSoundBlocked]);
  return (
    <video
      ref={element}
      aria-label={label}
      className={[className, mirrored ? 'mirrored' : ''].filter(Boolean).join(' ')}
      playsInline
      // Every browser plays without sound; the effect above turns it on where it is wanted.
      muted
    />
  );
}
