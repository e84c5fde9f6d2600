import { useEffect, useState } from 'react';

/** A value for some time after it came, then null. */
export function useRecent<T>(value: T | null, milliseconds: number): T | null {
  const [over, setOver] = useState<T | null>(null);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => setOver(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return value === over ? null : value;
}
