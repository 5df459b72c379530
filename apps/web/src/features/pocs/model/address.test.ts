import { describe, expect, it } from 'vitest';
import { proposalOf } from './address';
import { colourOf } from './colours';
import { isAddress } from './repository-path';

describe('the address of a repository', () => {
  it.each([
    ['https://code.example/team/pocs/tree/main/Relat%C3%B3rio_(v2)?utm_source=x#L10', 'Relatório_(v2)', undefined],
    ['https://example.org/ana/grpc-streaming-go', 'grpc-streaming-go', 'Go'],
    ['git@example.org:ana/rust-axum-template.git', 'rust-axum-template', 'Rust'],
    ['ssh://git@example.org/ana/wasm_demo.git', 'wasm_demo', undefined],
    ['https://example.org/ana/tour/blob/main/expected.cpp', 'expected.cpp', 'C++'],
    ['https://example.org/ana/basic-auth', 'basic-auth', undefined],
    ['https://example.org/50%', '50%', undefined],
  ])('%s proposes %s', (address, name, language) => expect(proposalOf(address)).toEqual({ name, language }));

  it.each(['kafka', 'https://example.org', 'mailto:a@b', 'javascript:alert(1)', ''])('%s proposes nothing', (text) => {
    expect(proposalOf(text)).toBeUndefined();
  });

  it('is known when it is pasted', () => {
    expect(isAddress(' https://example.org/a ')).toBe(true);
    expect(isAddress('two words')).toBe(false);
  });

  it('proposes no more of a name than can be kept', () => {
    expect([...(proposalOf(`https://example.org/${'a'.repeat(300)}`)?.name ?? '')]).toHaveLength(100);
  });
});

it('a language has its colour, an unknown one a quiet one', () => {
  expect(colourOf('go')).toBe('#00add8');
  expect(colourOf('Brainhurt')).toBe('#8a8798');
});
