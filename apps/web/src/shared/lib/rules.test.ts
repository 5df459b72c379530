import { describe, expect, it } from 'vitest';
import { limits } from '@/generated/limits';
import { createUserRequestRules, pocContentRules } from '@/generated/rules';
import { saidOf } from '../ui/texts';
import { uiEn } from '../ui/texts/en';
import { textFault } from './text-rule';

const faultsOf = (rules: { validateSync: (value: unknown, options: object) => unknown }, value: unknown): string[] => {
  try {
    rules.validateSync(value, { abortEarly: false });
    return [];
  } catch (error) {
    return (error as { inner: { path: string; message: string }[] }).inner.map(({ path, message }) => `${path} ${message}`);
  }
};

describe('the rules of the contract', () => {
  it('take what the contract takes', () => {
    expect(
      faultsOf(pocContentRules, { name: 'x', description: null, repositoryUrl: 'git@host:team/x.git', tags: ['a'], isPublic: true }),
    ).toEqual([]);
  });

  it('tell every fault at once, with its limit', () => {
    const poc = { name: '  ', description: 'd'.repeat(10_003), repositoryUrl: 'nowhere', tags: ['a,b'] };
    expect(faultsOf(pocContentRules, poc)).toEqual([
      'name pattern',
      'name required',
      'description too_long:10000:3',
      'repositoryUrl address',
      'tags[0] pattern',
    ]);
  });

  it('count characters as people do: an emoji is one', () => {
    expect(textFault('😀'.repeat(100), { max: 100 })).toBeUndefined();
    expect(textFault('😀'.repeat(101), { max: 100 })).toBe('too_long:100:1');
  });

  it('ask for what a sign-up needs', () => {
    expect(faultsOf(createUserRequestRules, { email: 'nobody', password: 'short', fullName: 'N', companyName: '' })).toEqual([
      'email email',
      'password too_short:15',
      'companyName required',
    ]);
  });

  it('know the bare limits as well', () => {
    expect(limits.PocContent.name).toEqual({ min: 1, max: 100 });
    expect(limits.PocContent.tags).toEqual({ items: 30, itemMax: 50 });
  });

  it('have a sentence for each word', () => {
    expect(saidOf('too_long:10000:3', uiEn)).toBe('At most 10000 characters: 3 too many.');
    for (const word of ['required', 'too_short:3', 'too_many:3', 'email', 'address', 'pattern', 'enum', 'range']) {
      expect(saidOf(word, uiEn)).not.toBe(word);
    }
    expect(saidOf('The service said so.', uiEn)).toBe('The service said so.');
    expect(saidOf(undefined, uiEn)).toBeUndefined();
  });
});
