// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { renderAt } from '@/testing/render';
import { xssCorpus } from '@/testing/xss-corpus';
import { Markdown } from './markdown';

afterEach(cleanup);
const shown = (text: string): HTMLElement => renderAt('/', <Markdown text={text} />).container.firstElementChild as HTMLElement;

const HARMLESS = new Set(
  (
    'a blockquote br code dd del div dl dt em h2 h3 h4 h5 h6 hr li ol p pre section strong sub sup table tbody td th thead tr ul span ' +
    'b i s kbd q'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'class href target rel tabindex id start align dir aria-describedby aria-label ' +
    'data-footnotes data-footnote-ref data-footnote-backref'
  ).split(' '),
);
const SCHEMES = new Set(['http:', 'https:', 'mailto:']); // as a browser reads an address

const leadsOut = (href: string): boolean =>
  URL.canParse(href, 'https://app.example/') && !SCHEMES.has(new URL(href, 'https://app.example/').protocol);

/** What of it could do anything but be read. */
function harmIn(root: HTMLElement): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const name = element.tagName.toLowerCase();
    const attributes = [...element.attributes].flatMap(({ name: key, value }) => {
      if (!ATTRIBUTES.has(key)) return [`${name} ${key}=${value}`];
      if (key === 'id' && !value.startsWith('user-content-') && value !== 'footnote-label') return [`id=${value}`];
      return key === 'href' && leadsOut(value) ? [`href=${value}`] : [];
    });
    return HARMLESS.has(name) ? attributes : [name, ...attributes];
  });
}

describe('Markdown of a stranger', () => {
  it('is tried with more than a hundred texts, each another', () => {
    expect(new Set(xssCorpus).size).toBe(xssCorpus.length);
    expect(xssCorpus.length).toBeGreaterThan(100);
  });

  it.each(xssCorpus.map((text) => [text.slice(0, 60), text]))('does nothing but be read: %j', (_name, text) => {
    expect(harmIn(shown(text))).toEqual([]);
  });

  it('would be found out by this test, did it do more', () => {
    const root = document.createElement('div');
    root.innerHTML = '<img src=x onerror=y><a href="javascript:x">x</a><p id="root" onclick="x">x</p>';
    expect(harmIn(root)).toEqual(['img', 'img src=x', 'img onerror=y', 'href=javascript:x', 'id=root', 'p onclick=x']);
  });

  it('shows HTML as it was typed', () => {
    expect(shown('before <img src=x onerror=alert(1)> after').textContent).toBe('before <img src=x onerror=alert(1)> after');
    expect(shown('<script>alert(1)</script>').textContent).toBe('<script>alert(1)</script>');
  });

  it('fetches no picture from elsewhere: it is a link', () => {
    const root = shown('![a chart](https://example.org/chart.png)');
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('a')?.outerHTML).toContain('rel="noopener noreferrer nofollow ugc"');
    expect(root.querySelector('a')?.textContent).toBe('a chart');
  });

  it('is set as Markdown is', () => {
    const root = shown(
      '# Top\n\n**bold** and `code`\n\n- [x] done\n- [ ] open\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nnote[^1]\n\n[^1]: why',
    );
    expect(root.querySelector('h2')?.textContent).toBe('Top');
    expect(root.querySelector('strong')?.textContent).toBe('bold');
    expect([...root.querySelectorAll('li')].slice(0, 2).map((item) => item.textContent?.trim())).toEqual(['☑  done', '☐  open']);
    expect(root.querySelectorAll('td')).toHaveLength(2);
    expect(root.textContent).toContain('Footnotes');
  });
});
