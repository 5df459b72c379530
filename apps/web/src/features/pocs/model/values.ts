/** The values of a filter that takes several: each once, and alike where the API sees them so, whatever their case and accents. */
const LONGEST = 50;
export const MOST_VALUES = 30;

const { compare } = new Intl.Collator('en', { sensitivity: 'base' });

export const alike = (one: string, other: string): boolean => compare(one, other) === 0;
export const isAmong = (held: readonly string[], value: string): boolean => held.some((each) => alike(each, value));

/** As it can be asked for; undefined where it cannot. */
export function wordOf(value: string): string | undefined {
  const trimmed = value.trim();
  return trimmed && [...trimmed].length <= LONGEST ? trimmed : undefined;
}

/** On the way to the API a comma parts values. A name that has one goes by itself, and there is room for one such name. */
const hasComma = (value: string): boolean => value.includes(',');

export const isRoomFor = (held: readonly string[], value: string): boolean =>
  held.length < MOST_VALUES && !(hasComma(value) && held.some(hasComma));

export const joined = (held: readonly string[], values: readonly string[]): readonly string[] =>
  values.reduce<readonly string[]>((all, value) => {
    if (isAmong(all, value)) return all;
    return [...(hasComma(value) ? all.filter((each) => !hasComma(each)) : all), value];
  }, held);

export const toggled = (held: readonly string[], value: string): readonly string[] =>
  isAmong(held, value) ? held.filter((each) => !alike(each, value)) : joined(held, [value]);

/** As the API takes them. */
export function parted(values: readonly string[]): { one?: string; several?: string[] } {
  const several = values.filter((each) => !hasComma(each));
  return { one: values.find(hasComma), several: several.length > 0 ? several : undefined };
}
