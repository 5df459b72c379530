/**
 * A language that nobody speaks: each text of the app in brackets and 40 % longer, as a language may be that comes later. What stands
 * outside brackets is a literal, or comes from people; what is longer than its place is seen to be.
 */
import type { Page } from '@playwright/test';

/** From here on the page speaks it: shared/lib/texts.tsx hands over what a person reads. */
export async function speakPseudo(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const worn = new WeakMap<object, object>();
    const isText = (text: string) => /\p{L}{2}/u.test(text) && !text.startsWith('⟦');
    const longer = (text: string) => `⟦${text}${' ~~~'.repeat(Math.ceil((text.length * 0.4) / 4))}⟧`;
    const wear = (value: unknown): unknown => {
      if (typeof value === 'string') return isText(value) ? longer(value) : value;
      if (typeof value === 'function') return (...given: unknown[]) => wear(value(...given));
      if (typeof value !== 'object' || value === null || '$$typeof' in value) return value;
      const before = worn.get(value);
      if (before) return before;
      const after: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
      worn.set(value, after);
      for (const [name, each] of Object.entries(value)) (after as Record<string, unknown>)[name] = wear(each);
      return after;
    };
    Object.assign(window, { mrbillWorn: wear });
  });
}

/** Texts of the app whose end cannot be seen, and by what. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const own = (element: Element) =>
      [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent);
    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.clientWidth > 1;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => own(element).join('').includes('⟦') && isSeen(element))
      .filter((element) => {
        for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
          const style = getComputedStyle(box);
          if (style.clipPath !== 'none') return false; // for screen readers alone
          if (style.overflowX === 'auto' || style.overflowX === 'scroll') return false;
          if (style.overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1) return true;
        }
        return false;
      })
      .map((element) => `${element.tagName.toLowerCase()}: ${element.textContent}`);
  });

/** What is read on the page and is no text of the app. */
export const strangeTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent?.checkVisibility() || !/\p{L}{2}/u.test(text)) continue;
      if (parent.closest('script, style, kbd, code, [lang], [translate=no], [data-said]')) continue;
      if (/[⟦⟧]/.test(text)) continue;
      found.push(text);
    }
    const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];
    for (const element of document.body.querySelectorAll(attributes.map((name) => `[${name}]`).join()))
      for (const name of attributes) {
        const text = element.getAttribute(name);
        if (text && /\p{L}{2}/u.test(text) && !text.includes('⟦')) found.push(`${name}=${text}`);
      }
    return [...new Set(found)];
  });
