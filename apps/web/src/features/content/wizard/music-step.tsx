import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import { Suspense, lazy, useCallback, useMemo, useRef, useState } from 'react';
import type { ChangeEvent, RefObject } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import type { Track } from '@/generated/content';
import { asFailure } from '@/shared/api/failure';
import { useCommands } from '@/shared/lib/commands';
import type { Command } from '@/shared/lib/commands';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Glyph } from '@/shared/ui/icon';
import { Legend } from '../form/cards';
import { useListTracksQuery } from '../model/endpoints';
import type { VideoForm } from '../model/specs';
import { ACCEPTED } from '../model/track-file';
import { useContentTexts } from '../texts/content-texts';
import { GLYPHS } from '../work/glyphs';
import { TrackLine } from './track-line';
import { useHearing } from './use-hearing';
import { useTracks } from './use-tracks';

const ConfirmDialog = lazy(async () => ({ default: (await import('@/shared/ui/confirm-dialog')).ConfirmDialog }));

const NONE: readonly Track[] = [];

export function MusicStep() {
  const t = useContentTexts();
  const { control } = useFormContext<VideoForm>();
  const { field } = useController({ control, name: 'musicTrack' });
  const { data, error, refetch } = useListTracksQuery();
  const { send, drop, isUploading, fault } = useTracks(field.onChange);
  const [leaving, setLeaving] = useState<Track>();
  const chooser = useRef<HTMLInputElement>(null);
  const choose = useCallback(() => chooser.current?.click(), []);
  const tracks = data?.items ?? NONE;
  useMusicCommands(
    choose,
    tracks.find(({ trackId, isOwn }) => isOwn && trackId === field.value),
    setLeaving,
  );
  const confirm = async ({ trackId }: Track) => {
    const failure = await drop(trackId);
    if (!failure && field.value === trackId) field.onChange('');
    return failure;
  };
  return (
    <>
      {error && <FailureNotice failure={asFailure(error)} onAgain={() => void refetch()} />}
      <Tracks tracks={tracks} chosen={field.value} onChoose={field.onChange} onDelete={setLeaving} />
      <Upload chooser={chooser} isUploading={isUploading} fault={fault} onChoose={choose} onFile={(file) => void send(file)} />
      {leaving && (
        <Suspense>
          <ConfirmDialog
            title={t.wizard.deleteTrackTitle(leaving.name)}
            action={t.actions.delete}
            onConfirm={() => confirm(leaving)}
            onClose={() => setLeaving(undefined)}
          >
            {t.wizard.deleteTrackIntro}
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}

function useMusicCommands(choose: () => void, own: Track | undefined, onDelete: (track: Track) => void): void {
  const t = useContentTexts();
  const commands = useMemo(() => {
    const section = t.commands.section.video;
    const offered: Command[] = [{ id: 'track.upload', name: t.commands.upload, section, keys: 'u', perform: choose }];
    if (own) offered.push({ id: 'track.delete', name: t.commands.deleteTrack, section, perform: () => onDelete(own) });
    return offered;
  }, [t, choose, own, onDelete]);
  useCommands(commands);
}

interface TracksProps {
  tracks: readonly Track[];
  chosen: string;
  onChoose: (trackId: string) => void;
  onDelete: (track: Track) => void;
}

function Tracks({ tracks, chosen, onChoose, onDelete }: TracksProps) {
  const t = useContentTexts();
  const { heard, toggle } = useHearing();
  const [house, own] = [tracks.filter(({ isOwn }) => !isOwn), tracks.filter(({ isOwn }) => isOwn)];
  const lineOf = (track: Track) => {
    const { trackId, name, previewUrl, isOwn } = track;
    return (
      <TrackLine
        key={trackId}
        id={trackId}
        name={name}
        isChosen={chosen === trackId}
        isHeard={heard === trackId}
        onChoose={onChoose}
        onHear={previewUrl ? () => toggle(trackId, previewUrl) : undefined}
        onDelete={isOwn ? () => onDelete(track) : undefined}
      />
    );
  };
  return (
    <Box
      component="fieldset"
      sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: 'grid', gap: 0.75, gridTemplateColumns: { sm: '1fr 1fr' }, alignItems: 'stretch' }}
    >
      <Legend>{t.wizard.tracks}</Legend>
      <TrackLine id="" name={t.wizard.ofStyle} hint={t.wizard.ofStyleHint} isChosen={chosen === ''} onChoose={onChoose} />
      <TrackLine id="none" name={t.wizard.silence} hint={t.wizard.silenceHint} isChosen={chosen === 'none'} onChoose={onChoose} />
      {house.map(lineOf)}
      {own.length > 0 && (
        <Typography variant="h2" component="h3" sx={{ fontSize: '0.8125rem', mt: 1.5, gridColumn: '1 / -1' }}>
          {t.wizard.own}
        </Typography>
      )}
      {own.map(lineOf)}
    </Box>
  );
}

interface UploadProps {
  chooser: RefObject<HTMLInputElement>;
  isUploading: boolean;
  fault: string | undefined;
  onChoose: () => void;
  onFile: (file: File) => void;
}

function Upload({ chooser, isUploading, fault, onChoose, onFile }: UploadProps) {
  const t = useContentTexts();
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = ''; // the same file may be chosen again
    if (file) onFile(file);
  };
  return (
    <Box sx={{ display: 'grid', gap: 0.75, justifyItems: 'start' }}>
      <Button
        variant="outlined"
        color="inherit"
        loading={isUploading}
        startIcon={<Glyph path={GLYPHS.upload} size={16} />}
        onClick={onChoose}
      >
        {t.wizard.upload}
      </Button>
      <input ref={chooser} type="file" accept={ACCEPTED} hidden data-field="track" onChange={take} />
      <FormHelperText error={Boolean(fault)} role={fault ? 'alert' : undefined} sx={{ m: 0 }}>
        {fault ?? t.wizard.uploadHint}
      </FormHelperText>
    </Box>
  );
}
