/** Who one is: the name that colleagues see, the language of one's mails, the zone whose days count. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useMemo } from 'react';
import type { Me } from '@/generated/auth';
import { isFailure } from '@/shared/api/failure';
import { focusOn, useCommands } from '@/shared/lib/commands';
import { useFormats, useLanguage } from '@/shared/lib/texts';
import { ChoiceField } from '@/shared/ui/choice-field';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Section } from '@/shared/ui/page';
import { SavedField } from '@/shared/ui/saved-field';
import { useUsersTexts } from '../texts/use-users-texts';
import { localesWith } from './locales';
import { useChoice, useProfile } from './use-profile';
import { zoneHere, zonesWith } from './zones';

const IDS = { name: 'profile-name', locale: 'profile-locale', zone: 'profile-zone' };
const rules = async () => (await import('@/generated/rules')).mePatchRules;

export function ProfileSection() {
  const t = useUsersTexts();
  const profile = useProfile();
  const { me, failure, again } = profile;
  return (
    <Section title={t.profile} hint={t.profileHint}>
      {me ? <Fields me={me} change={profile.change} /> : failure ? <FailureNotice failure={failure} onAgain={again} /> : <Waiting />}
    </Section>
  );
}

function useProfileCommands(): void {
  const t = useUsersTexts();
  useCommands(
    useMemo(
      () => [
        { id: 'profile.name', name: t.changeName, section: t.profile, perform: () => focusOn(IDS.name) },
        { id: 'profile.locale', name: t.changeLocale, section: t.profile, perform: () => focusOn(IDS.locale) },
        { id: 'profile.zone', name: t.changeZone, section: t.profile, perform: () => focusOn(IDS.zone) },
      ],
      [t],
    ),
  );
}

function Fields({ me, change }: { me: Me; change: ReturnType<typeof useProfile>['change'] }) {
  const t = useUsersTexts();
  const language = useLanguage();
  const choose = useChoice(change);
  useProfileCommands();
  const locales = localesWith(me.locale, language);
  const rename = async (fullName: string) => {
    const answer = await change({ fullName }, me.version);
    return isFailure(answer) ? answer : undefined;
  };
  const speak = (locale: string) => choose(me, 'locale', locale, t.localeIs(locales.find(({ value }) => value === locale)?.name ?? locale));
  return (
    <>
      <SavedField
        id={IDS.name}
        name="fullName"
        says={t.fullName}
        hint={t.fullNameHint}
        value={me.fullName}
        autoComplete="name"
        draft="profile.name"
        rules={rules}
        onSave={rename}
      />
      <Address email={me.email} />
      <ChoiceField
        id={IDS.locale}
        name="locale"
        says={t.locale}
        hint={t.localeHint}
        value={me.locale}
        options={locales}
        onChange={(locale) => void speak(locale)}
      />
      <ZoneField zone={me.timeZone} onChange={(zone) => void choose(me, 'timeZone', zone, t.zoneIs(zone))} />
    </>
  );
}

function Address({ email }: { email: string }) {
  const t = useUsersTexts();
  return (
    <Box component="dl" sx={{ m: 0, fontSize: '0.8125rem' }}>
      <Box component="dt" sx={{ fontWeight: 600 }}>
        {t.email}
      </Box>
      <Box component="dd" sx={{ m: 0, mt: 0.5, fontSize: '0.9375rem', overflowWrap: 'anywhere' }}>
        {email}
      </Box>
    </Box>
  );
}

function ZoneField({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const t = useUsersTexts();
  const formats = useFormats();
  const zones = useMemo(() => zonesWith(zone, Intl.supportedValuesOf('timeZone'), t.regions), [zone, t]);
  const here = zoneHere();
  const hint = (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
      {t.zoneHint(formats.time(new Date().toISOString()))}
      {here !== zone && (
        <Button size="small" sx={{ minHeight: 28, py: 0, px: 0.5, ml: -0.5 }} onClick={() => onChange(here)}>
          {t.useZoneHere(here)}
        </Button>
      )}
    </Box>
  );
  return <ChoiceField id={IDS.zone} name="timeZone" says={t.zone} hint={hint} value={zone} options={zones} onChange={onChange} />;
}

function Waiting() {
  return (
    <Box aria-hidden sx={{ display: 'grid', gap: 1.5 }}>
      {[160, 240, 120, 180].map((width) => (
        <Box key={width}>
          <Skeleton width={width / 2} />
          <Skeleton width={width * 1.6} height={44} sx={{ maxWidth: '100%' }} />
        </Box>
      ))}
    </Box>
  );
}
