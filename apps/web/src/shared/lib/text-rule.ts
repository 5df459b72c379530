/** What a text may be, without the library that checks whole forms. A fault is a word and its limit, as shared/lib/rules says. */
export interface TextRule {
  min?: number;
  max?: number;
  format?: string;
  pattern?: RegExp;
}

export const lengthOf = (value: string): number => [...value].length;

const EMAIL = /^[^\s@]+@[^\s@]+$/u;

export function textFault(value: string, rule: TextRule): string | undefined {
  const length = lengthOf(value);
  if (length === 0) return undefined;
  if (rule.max !== undefined && length > rule.max) return `too_long:${rule.max}:${length - rule.max}`;
  if (rule.min !== undefined && length < rule.min) return `too_short:${rule.min}`;
  if (rule.format === 'idn-email' && !EMAIL.test(value.trim())) return 'email';
  if (rule.format === 'repository-address' && rule.pattern?.test(value.trim()) === false) return 'address';
  if (rule.pattern && rule.format !== 'repository-address' && !rule.pattern.test(value)) return 'pattern';
  return undefined;
}
