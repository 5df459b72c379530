import { describe, expect, it } from 'vitest';
import { aPoc } from '@/testing/a-poc';
import { EMPTY_FORM, contentOf, formOf, isEmptyForm, oneLine, withWords } from './content';

describe('a POC in a form', () => {
  it('has empty text where the API says null', () => {
    expect(contentOf({ ...EMPTY_FORM, name: ' x ', language: ' ' })).toMatchObject({
      name: 'x',
      language: null,
      description: null,
      repositoryUrl: null,
    });
    expect(formOf(aPoc({ description: null })).description).toBe('');
    expect(isEmptyForm({ ...EMPTY_FORM })).toBe(true);
  });

  it('has a name of one line, whatever was pasted', () => expect(oneLine('a\r\n b \n\nc')).toBe('a b c'));

  it('has each tag once, in lower case; frameworks keep their case', () => {
    expect(withWords(['log'], '#Log, Event Log,,', true)).toEqual(['log', 'event log']);
    expect(withWords([], 'gRPC', false)).toEqual(['gRPC']);
  });
});
