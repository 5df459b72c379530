/** Whether a file can be music for a film, said before a byte of it is sent. Browsers name the same kind differently. */
export const MAX_TRACK_BYTES = 20 * 1024 * 1024;
export const MAX_TRACKS = 10;

const KINDS: Record<string, string> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  wav: 'audio/wav',
};

export const ACCEPTED = Object.keys(KINDS)
  .map((extension) => `.${extension}`)
  .join(',');

export type TrackFault = 'kind' | 'empty' | 'large';

interface Named {
  name: string;
  size: number;
  type: string;
}

const MAX_NAME = 100;

export function trackOf({ name, size, type }: Named): { fault: TrackFault } | { type: string; name: string } {
  const [, stem = name, extension = ''] = /^(.*)\.([^.]*)$/.exec(name) ?? [];
  const kind = KINDS[extension.toLowerCase()];
  if (!kind || /^(?:image|text|application\/(?!ogg|mp4|octet))/.test(type)) return { fault: 'kind' };
  if (size === 0) return { fault: 'empty' };
  if (size > MAX_TRACK_BYTES) return { fault: 'large' };
  return { type: kind, name: nameOf(stem) };
}

/** What the contract takes for a name: one line, something to see, not too long. */
function nameOf(stem: string): string {
  const shown = stem.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
  return [...(shown || '1')].slice(0, MAX_NAME).join('');
}
