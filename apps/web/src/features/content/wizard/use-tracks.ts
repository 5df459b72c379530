/** One's own music: checked before a byte is sent, then chosen at once. */
import { useState } from 'react';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { toast } from '@/shared/lib/toasts';
import { useDeleteTrackMutation, useUploadTrackMutation } from '../model/endpoints';
import { trackOf } from '../model/track-file';
import { useRefused } from '../model/use-work-actions';
import { useContentTexts } from '../texts/content-texts';

export function useTracks(onChosen: (trackId: string) => void) {
  const t = useContentTexts();
  const refused = useRefused();
  const [upload, { isLoading: isUploading }] = useUploadTrackMutation();
  const [remove] = useDeleteTrackMutation();
  const [fault, setFault] = useState<string>();

  const send = async (file: File): Promise<void> => {
    const track = trackOf(file);
    if ('fault' in track) return setFault(t.wizard.faults[track.fault]);
    setFault(undefined);
    toast({ key: 'track', text: t.wizard.uploading(track.name) });
    const body = file.slice(0, file.size, track.type);
    const answer = await upload({ name: track.name, 'Idempotency-Key': crypto.randomUUID(), body });
    if (!answer.data) return refused('track', (why) => t.wizard.notUploaded(track.name, why), asFailure(answer.error));
    toast({ key: 'track', kind: 'done', text: t.wizard.uploaded(track.name) });
    onChosen(answer.data.trackId);
  };
  const drop = async (trackId: string): Promise<Failure | undefined> => {
    const { error } = await remove({ trackId });
    return error && asFailure(error).status !== 404 ? asFailure(error) : undefined;
  };
  return { send, drop, isUploading, fault };
}
