import Box from '@mui/material/Box';
import { Controller, useFormContext } from 'react-hook-form';
import { asFailure } from '@/shared/api/failure';
import { useMedia } from '@/shared/lib/use-media';
import { ChoiceField } from '@/shared/ui/choice-field';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Cards } from '../form/cards';
import { LocaleField } from '../form/locale-field';
import { SwitchLine } from '../form/switch-line';
import { useListStylesQuery } from '../model/endpoints';
import { ASPECTS, SECONDS, SHAPES } from '../model/specs';
import type { StyleId, VideoForm } from '../model/specs';
import { useHeldLink } from '../model/use-held-link';
import { useContentTexts } from '../texts/content-texts';

export function LookStep() {
  const t = useContentTexts();
  const { control } = useFormContext<VideoForm>();
  return (
    <>
      <Controller control={control} name="style" render={({ field }) => <Styles value={field.value} onChange={field.onChange} />} />
      <Controller
        control={control}
        name="shape"
        render={({ field }) => (
          <Cards
            says={t.wizard.shape}
            value={field.value}
            cards={SHAPES.map((value) => ({
              value,
              name: t.wizard.shapes[value],
              hint: t.wizard.shapeHints[value],
              picture: () => <Outline aspect={ASPECTS[value]} isWide={value === 'LANDSCAPE'} />,
            }))}
            width={96}
            onChange={field.onChange}
          />
        )}
      />
      <LengthAndLanguage />
      <Controller
        control={control}
        name="calm"
        render={({ field }) => <SwitchLine says={t.wizard.calm} hint={t.wizard.calmHint} value={field.value} onChange={field.onChange} />}
      />
    </>
  );
}

function LengthAndLanguage() {
  const t = useContentTexts();
  const { control } = useFormContext<VideoForm>();
  return (
    <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', '& > *': { width: 'auto' } }}>
      <Controller
        control={control}
        name="durationSeconds"
        render={({ field }) => (
          <Box sx={{ minWidth: 160 }}>
            <ChoiceField
              name={field.name}
              says={t.wizard.length}
              value={String(field.value)}
              options={SECONDS.map((value) => ({ value: value as string, name: t.wizard.seconds(value) }))}
              onChange={(value) => field.onChange(Number(value))}
            />
          </Box>
        )}
      />
      <Controller control={control} name="locale" render={({ field }) => <LocaleField value={field.value} onChange={field.onChange} />} />
    </Box>
  );
}

/** The shape itself says more than its numbers. */
function Outline({ aspect, isWide }: { aspect: string; isWide: boolean }) {
  return (
    <Box sx={{ height: 52, display: 'grid', alignItems: 'center', mb: 0.5 }}>
      <Box
        sx={{
          aspectRatio: aspect,
          ...(isWide ? { width: 64 } : { height: aspect === '1 / 1' ? 40 : 48 }),
          border: 2,
          borderColor: 'text.secondary',
          borderRadius: 0.75,
        }}
      />
    </Box>
  );
}

function Styles({ value, onChange }: { value: StyleId; onChange: (value: StyleId) => void }) {
  const t = useContentTexts();
  const { data, error, refetch } = useListStylesQuery();
  if (error) return <FailureNotice failure={asFailure(error)} onAgain={() => void refetch()} />;
  const cards = (data?.items ?? []).map(({ style, name, description, previewUrl, motionUrl }) => ({
    value: style as StyleId,
    name,
    hint: description,
    picture: (isLive: boolean) => <Preview still={previewUrl} motion={motionUrl} isLive={isLive} />,
  }));
  return (
    <Box sx={{ minHeight: 190 }}>
      <Cards says={t.wizard.style} value={value} cards={cards} width={168} onChange={onChange} />
    </Box>
  );
}

/** A picture of the style; of the one that is chosen or pointed at, how it moves. Whoever wants less motion has the picture alone. */
function Preview({ still, motion, isLive }: { still: string | null; motion: string | null; isLive: boolean }) {
  const { link: picture } = useHeldLink(still);
  const { link: film } = useHeldLink(motion);
  const isCalm = useMedia('(prefers-reduced-motion: reduce)');
  return (
    <Box
      sx={{
        aspectRatio: '16 / 9',
        borderRadius: 1.5,
        overflow: 'hidden',
        mb: 0.75,
        bgcolor: 'color-mix(in srgb, var(--mui-palette-text-primary) 10%, transparent)',
        '& > *': { width: '100%', height: '100%', objectFit: 'cover', display: 'block' },
      }}
    >
      {isLive && film && !isCalm ? (
        <video aria-hidden src={film} poster={picture ?? undefined} autoPlay muted loop playsInline disablePictureInPicture />
      ) : (
        picture && <img src={picture} alt={''} decoding="async" />
      )}
    </Box>
  );
}
