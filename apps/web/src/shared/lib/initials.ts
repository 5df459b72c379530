const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const firstOf = (word: string | undefined): string => (word ? ([...letters.segment(word)][0]?.segment ?? '') : '');

/** Of the first and the last word: `Ana de Souza` is AS. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (firstOf(words[0]) + firstOf(last)).toLocaleUpperCase();
}

/** From 0 to 359, the same for the same name. */
export const hueOf = (name: string): number => [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
