/**
 * What is typed into the search: words, and operators that stand for filters. `kafka lang:go tag:"event log" is:favorite after:2024`
 * An operator holds once it is whole: followed by a blank, or when Enter is pressed (`isDone`).
 */
import { isDay, nextDay } from '@/shared/lib/days';
import type { Filters } from './filters';
import { keptName } from './language-names';
import { joined, wordOf } from './values';

export interface Typed {
  /** What is left to search for: words, and an operator that is still being typed. */
  words: string;
  /** What the whole operators ask for. */
  asked: Partial<Filters>;
  /** Operators that nobody knows, or whose value makes no sense, as they were typed. */
  notUnderstood: readonly string[];
}

const OPERATOR = /(?<=^|\s)(?<name>[\p{L}]+):(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]+))(?=\s|$)/gu;
const ALIASES: Record<string, string> = {
  language: 'lang',
  linguagem: 'lang',
  tags: 'tag',
  fw: 'framework',
  antes: 'before',
  depois: 'after',
};
const WEB = new Set(['http', 'https', 'ssh', 'git']); // an address is no operator

/** 2024, 2024-05 and 2024-05-31 as the first day that is meant. */
export function dayOf(value: string): string | undefined {
  const whole = `${value}${'-01'.repeat(Math.max(0, 3 - value.split('-').length))}`;
  return isDay(whole) ? whole : undefined;
}

/** The first day after the year, the month or the day that is meant. */
export function dayAfter(value: string): string | undefined {
  const first = dayOf(value);
  if (!first) return undefined;
  const [year = 0, month = 1] = value.split('-').map(Number);
  const parts = value.split('-').length;
  if (parts === 1) return dayOf(`${year + 1}`);
  if (parts === 2) return month === 12 ? `${year + 1}-01-01` : dayOf(`${year}-${String(month + 1).padStart(2, '0')}`);
  return nextDay(first);
}

interface Operator {
  name: string;
  value: string;
  /** Then a comma is part of it. */
  isQuoted: boolean;
}

/** `go,rust` are two, as if each had been said by itself; none where one of them cannot be asked for. */
function severalIn({ value, isQuoted }: Operator): string[] | undefined {
  const parts = isQuoted ? [value] : value.split(',').filter(Boolean);
  const words = parts.map(wordOf).filter((word) => word !== undefined);
  return words.length > 0 && words.length === parts.length ? words : undefined;
}

function meaning(operator: Operator, asked: Partial<Filters>): Partial<Filters> | undefined {
  const { name, value } = operator;
  const day = { before: dayOf(value), after: dayAfter(value) };
  const several = severalIn(operator);
  switch (ALIASES[name] ?? name) {
    case 'lang':
      return several && { languages: joined(asked.languages ?? [], several.map(keptName)) };
    case 'framework':
      return several && { frameworks: joined(asked.frameworks ?? [], several) };
    case 'tag':
      return { tags: [...new Set([...(asked.tags ?? []), ...value.toLowerCase().split(',').filter(Boolean)])] };
    case 'before':
      return day.before ? { before: day.before } : undefined;
    case 'after':
      return day.after ? { after: day.after } : undefined;
    case 'is':
      return isMeaning(value.toLowerCase());
    default:
      return undefined;
  }
}

function isMeaning(value: string): Partial<Filters> | undefined {
  if (/^favou?rite$|^favorit[ao]$/.test(value)) return { isFavorite: true };
  if (value === 'mine' || value === 'meu' || value === 'minha') return { scope: 'mine' };
  if (value === 'company' || value === 'empresa') return { scope: 'tenant' };
  return undefined;
}

export function parseTyped(text: string, isDone: boolean): Typed {
  const asked: Partial<Filters> = {};
  const notUnderstood: string[] = [];
  const words = text.replace(OPERATOR, (whole: string, ...rest: unknown[]) => {
    const { name = '', quoted, bare } = rest.at(-1) as Record<string, string | undefined>;
    const end = (rest.at(-3) as number) + whole.length;
    if (WEB.has(name.toLowerCase()) || (end === text.length && !isDone)) return whole;
    const operator = { name: name.toLowerCase(), value: quoted ?? bare ?? '', isQuoted: quoted !== undefined };
    const meant = meaning(operator, asked);
    if (!meant) notUnderstood.push(whole);
    else Object.assign(asked, meant);
    return meant ? '' : whole;
  });
  return { words: notUnderstood.length + Object.keys(asked).length > 0 ? tidy(words, notUnderstood) : text, asked, notUnderstood };
}

/** The filters that hold, and what was asked for besides: tags, languages and frameworks join those that are there. */
export const withAsked = (held: Filters, asked: Partial<Filters>, search: string): Filters => ({
  ...held,
  ...asked,
  languages: joined(held.languages, asked.languages ?? []),
  frameworks: joined(held.frameworks, asked.frameworks ?? []),
  tags: [...new Set([...held.tags, ...(asked.tags ?? [])])],
  search,
});

/** What nobody understood is no word to search for either. */
function tidy(words: string, notUnderstood: readonly string[]): string {
  const without = notUnderstood.reduce((left, each) => left.replace(each, ''), words);
  return without.replace(/\s+/g, ' ').trimStart();
}
