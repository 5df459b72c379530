/** The language of the page, and the zone of its days: chosen here, or known from who signed in. */
import { createContext, useCallback, useContext, useState } from 'react';
import { chooseLanguage } from '@/shared/lib/preferences';
import type { Language, TextsOfLanguage } from '@/shared/lib/texts';
import { loadTexts } from './languages';

export interface Spoken {
  language: Language;
  texts: TextsOfLanguage;
  timeZone?: string;
}

export interface Speaking {
  speak: (language: Language) => Promise<void>;
  liveIn: (timeZone: string) => void;
}

export const SpeakContext = createContext<Speaking>({ speak: () => Promise.resolve(), liveIn: () => undefined });
export const useSpeaking = (): Speaking => useContext(SpeakContext);

export function useSpoken(
  first: Spoken,
): Speaking & { spoken: Required<Pick<Spoken, 'language' | 'texts'>> & { timeZone: string | undefined } } {
  const [spoken, setSpoken] = useState<Spoken>(first);
  const speak = useCallback(async (language: Language) => {
    const texts = await loadTexts(language);
    chooseLanguage(language);
    setSpoken((before) => ({ ...before, language, texts }));
  }, []);
  const liveIn = useCallback(
    (timeZone: string) => setSpoken((before) => (before.timeZone === timeZone ? before : { ...before, timeZone })),
    [],
  );
  return { spoken: { ...spoken, timeZone: spoken.timeZone }, speak, liveIn };
}
