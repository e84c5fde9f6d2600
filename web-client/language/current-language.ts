import { useSyncExternalStore } from 'react';
import type { Language } from '../../server/edge/language.ts';

const storageKey = 'language';
const listeners = new Set<() => void>();
let current: Language = read();

function read(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
}

export function currentLanguage(): Language {
  return current;
}

/** Keeps the choice on this device; every later request says it to the server. */
export function chooseLanguage(language: Language): void {
  current = language;
  localStorage.setItem(storageKey, language);
  for (const listener of listeners) listener();
}

export function onLanguageChosen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChosen, currentLanguage);
}
