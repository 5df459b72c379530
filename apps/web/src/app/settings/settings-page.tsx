/** How one is called, how the page looks, what keys do. Everything holds when it is chosen. */
import { useMemo } from 'react';
import { ProfileSection } from '@/features/users/profile/profile-section';
import { useCommands } from '@/shared/lib/commands';
import { chooseDensity, chooseTheme } from '@/shared/lib/preferences';
import { useLanguage } from '@/shared/lib/texts';
import { useDensity, useThemeChoice } from '@/shared/lib/use-preferences';
import { Page, Section } from '@/shared/ui/page';
import { Segments } from '@/shared/ui/segments';
import { SingleKeys } from '../commands/single-keys';
import { LANGUAGES } from '../languages';
import { useSpeaking } from '../spoken';
import { useSettingsTexts } from './texts/use-settings-texts';

const THEMES = ['light', 'dark', 'system'] as const;
const DENSITIES = ['comfortable', 'compact'] as const;

export function SettingsPage() {
  const t = useSettingsTexts();
  useThemeCommands();
  return (
    <Page title={t.settings}>
      <ProfileSection />
      <Section title={t.look} hint={t.lookHint}>
        <Look />
      </Section>
      <Section title={t.keys}>
        <SingleKeys />
      </Section>
    </Page>
  );
}

function useThemeCommands(): void {
  const t = useSettingsTexts();
  useCommands(
    useMemo(
      () =>
        THEMES.map((theme) => ({
          id: `theme.${theme}`,
          name: t.themeIs(t.themes[theme]),
          section: t.look,
          perform: () => chooseTheme(theme),
        })),
      [t],
    ),
  );
}

function Look() {
  const t = useSettingsTexts();
  const theme = useThemeChoice();
  const density = useDensity();
  const language = useLanguage();
  const { speak } = useSpeaking();
  return (
    <>
      <Segments says={t.theme} value={theme} options={THEMES.map((value) => ({ value, name: t.themes[value] }))} onChange={chooseTheme} />
      <Segments
        says={t.density}
        hint={t.densityHint}
        value={density}
        options={DENSITIES.map((value) => ({ value, name: t.densities[value] }))}
        onChange={chooseDensity}
      />
      <Segments
        says={t.language}
        hint={t.languageHint}
        value={language}
        options={LANGUAGES.map(([value, name]) => ({ value, name, lang: value }))}
        onChange={(wanted) => void speak(wanted)}
      />
    </>
  );
}
