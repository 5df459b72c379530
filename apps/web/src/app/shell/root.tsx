/** What is there on every page: the word about what happened, the voice for screen readers, commands and keys. */
import { Suspense, lazy, useMemo, useState } from 'react';
import { Outlet } from 'react-router-dom';
import { useCommands } from '@/shared/lib/commands';
import { chooseDensity, chooseTheme, densityChosen, isDarkNow } from '@/shared/lib/preferences';
import { useLanguage } from '@/shared/lib/texts';
import { useAtHand } from '@/shared/lib/use-at-hand';
import { useSpeaking } from '../spoken';
import { useAppTexts } from '../texts/app-texts';
import { useKeys } from '../commands/use-keys';
import { Boundary } from './broken';
import { LiveRegion } from './live-region';
import { useSessionWords } from './session-words';
import { Toasts } from './toasts';
import { useScrollMemory } from './use-scroll-memory';
import { useNewVersion } from './use-new-version';

const palette = async () => ({ default: (await import('../commands/palette')).Palette });
const Palette = lazy(palette);
const Shortcuts = lazy(async () => ({ default: (await import('../commands/shortcuts')).Shortcuts }));

type Open = 'palette' | 'shortcuts' | undefined;

function useOwnCommands(open: (what: Open) => void): void {
  const t = useAppTexts();
  const { speak } = useSpeaking();
  const language = useLanguage();
  const commands = useMemo(
    () => [
      { id: 'palette', name: t.paletteOpen, section: t.sections.help, keys: 'Mod+k', perform: () => open('palette') },
      { id: 'shortcuts', name: t.shortcuts, section: t.sections.help, keys: '?', perform: () => open('shortcuts') },
      { id: 'docs', name: t.apiDocs, section: t.sections.help, perform: () => window.location.assign('/api/docs/') },
      { id: 'theme', name: t.toggleTheme, section: t.sections.view, keys: 't', perform: () => chooseTheme(isDarkNow() ? 'light' : 'dark') },
      {
        id: 'density',
        name: t.toggleDensity,
        section: t.sections.view,
        perform: () => chooseDensity(densityChosen() === 'compact' ? 'comfortable' : 'compact'),
      },
      language === 'en'
        ? { id: 'language', name: t.speakPortuguese, section: t.sections.view, perform: () => void speak('pt-BR') }
        : { id: 'language', name: t.speakEnglish, section: t.sections.view, perform: () => void speak('en') },
    ],
    [t, speak, language, open],
  );
  useCommands(commands);
}

export function Root() {
  const [opened, setOpened] = useState<Open>();
  useOwnCommands(setOpened);
  useKeys(opened === undefined);
  useAtHand(palette);
  useNewVersion();
  useSessionWords();
  useScrollMemory();
  const close = () => setOpened(undefined);
  return (
    <>
      <Boundary>
        <Suspense>
          <Outlet />
        </Suspense>
      </Boundary>
      <LiveRegion />
      <Toasts />
      <Suspense>
        {opened === 'palette' && <Palette onClose={close} />}
        {opened === 'shortcuts' && <Shortcuts onClose={close} />}
      </Suspense>
    </>
  );
}
