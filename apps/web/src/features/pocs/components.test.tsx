// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inEnglish, renderAt } from '@/testing/render';
import { anItem } from '@/testing/a-poc';
import { WordsField } from './add/words-field';
import { HeldFilters } from './list/held-filters';
import { Row } from './list/row';
import { SearchBox } from './list/search-box';
import { NO_FILTERS } from './model/filters';
import type { Go } from './model/use-filters';
import { Editable } from './poc/editable';

afterEach(cleanup);
const nothing = () => undefined;

describe('a value that is edited where it stands', () => {
  const open = async (onSave: (value: string) => void) => {
    renderAt(
      '/',
      <Editable name="name" says="Name" value="old" rule={{ max: 5 }} isNeeded isLocked={false} onSave={onSave}>
        old
      </Editable>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Edit: Name' }));
    return screen.getByRole('textbox', { name: 'Name' });
  };

  it('is saved by Enter, and focus is where it was', async () => {
    const onSave = vi.fn();
    const field = await open(onSave);
    await userEvent.clear(field);
    await userEvent.type(field, 'new{Enter}');
    expect(onSave).toHaveBeenCalledWith('new');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit: Name' }));
  });

  it('is as it was after Escape', async () => {
    const onSave = vi.fn();
    await userEvent.type(await open(onSave), ' x{Escape}');
    expect(onSave).not.toHaveBeenCalled();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('is not saved while something is wrong with it, and says what', async () => {
    const onSave = vi.fn();
    const field = await open(onSave);
    await userEvent.type(field, ' and much more{Enter}');
    expect(onSave).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toBe('At most 5 characters: 12 too many.');
    await userEvent.clear(field);
    expect(screen.getByRole('alert').textContent).toBe('Please fill this in.');
  });
});

describe('the search', () => {
  const held = { ...NO_FILTERS, tags: ['log'] };
  const show = (go: Go, onNotUnderstood: (words: readonly string[]) => void = nothing) =>
    renderAt('/', <SearchBox filters={held} isPending={false} go={go} onNotUnderstood={onNotUnderstood} />);

  it('asks as one types, and makes filters of whole operators', async () => {
    const go = vi.fn<Go>();
    show(go);
    await userEvent.type(screen.getByRole('searchbox'), 'kafka tag:sse{Enter}');
    const asked = go.mock.calls.map(([change, how]) => [change(held), how?.isTyping]);
    expect(asked).toContainEqual([{ ...held, search: 'kafka' }, true]);
    expect(asked.at(-1)).toEqual([{ ...held, tags: ['log', 'sse'], search: 'kafka' }, false]);
  });

  it('keeps what was typed while the results of fewer letters arrive late, and follows who goes elsewhere', async () => {
    const at = (search: string, isPending: boolean) => (
      <SearchBox filters={{ ...held, search }} isPending={isPending} go={nothing} onNotUnderstood={nothing} />
    );
    const { rerender } = renderAt('/', at('', false));
    const box = screen.getByRole<HTMLInputElement>('searchbox');
    await userEvent.type(box, 'ki');
    rerender(inEnglish('/', at('k', true)));
    expect(box.value).toBe('ki');
    rerender(inEnglish('/', at('ki', false)));
    rerender(inEnglish('/', at('gone back to', false)));
    expect(box.value).toBe('gone back to');
  });

  it('takes no Enter of who composes a letter for the end', () => {
    const go = vi.fn();
    show(go);
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter', isComposing: true });
    expect(go).not.toHaveBeenCalled();
  });

  it('tells what it did not understand', async () => {
    const onNotUnderstood = vi.fn();
    show(nothing, onNotUnderstood);
    await userEvent.type(screen.getByRole('searchbox'), 'colour:red{Enter}');
    expect(onNotUnderstood).toHaveBeenLastCalledWith(['colour:red']);
  });
});

it('each filter that holds has a way out', async () => {
  const go = vi.fn<Go>();
  const filters = { ...NO_FILTERS, search: 'x', languages: ['Go', 'Rust'], tags: ['log', 'sse'] };
  const last = () => go.mock.calls.at(-1)?.[0](filters);
  renderAt('/', <HeldFilters filters={filters} go={go} />);
  await userEvent.click(screen.getByRole('button', { name: 'Remove the filter #log' }));
  expect(last()).toEqual({ ...filters, tags: ['sse'] });
  expect(screen.getAllByText('or')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Remove the filter Go' }));
  expect(last()).toEqual({ ...filters, languages: ['Rust'] });
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(last()).toEqual({ ...NO_FILTERS, search: 'x' });
});

it('tags become words at Enter and comma, and go by Backspace', async () => {
  const onChange = vi.fn();
  renderAt('/', <WordsField name="tags" says="Tags" value={['log']} onChange={onChange} />);
  const field = screen.getByRole('textbox', { name: 'Tags' });
  await userEvent.type(field, 'Event,');
  expect(onChange).toHaveBeenLastCalledWith(['log', 'event']);
  await userEvent.type(field, 'sse{Enter}');
  expect(onChange).toHaveBeenLastCalledWith(['log', 'sse']);
  await userEvent.type(field, '{Backspace}');
  expect(onChange).toHaveBeenLastCalledWith([]);
});

const rowOf = (poc: ReturnType<typeof anItem>, onPick: (index: number, isRange: boolean) => void = nothing) => (
  <Row poc={poc} index={3} isActive isOfCompany isPicked={false} onPick={onPick} onFavorite={nothing} onFocus={nothing} />
);

it('what a POC is called and says is text, whatever stands in it', () => {
  const poc = anItem({ name: '<img src=x onerror=alert(1)>', description: '<b>bold</b>', tags: ['a', 'b', 'c', 'd'] });
  renderAt('/', rowOf(poc));
  expect(screen.getByRole('link', { name: poc.name }).getAttribute('href')).toBe('/pocs/p1');
  expect(document.querySelector('img, b')).toBeNull();
  expect(screen.getByText('+1')).toBeDefined();
});

it('a POC is picked by its box, with Shift up to it, and not before it is saved', () => {
  const onPick = vi.fn();
  const { unmount } = renderAt('/', rowOf(anItem({ name: 'sse' }), onPick));
  const box = screen.getByRole('checkbox', { name: 'Select sse' });
  fireEvent.click(box);
  fireEvent.click(box, { shiftKey: true });
  expect(onPick.mock.calls).toEqual([
    [3, false],
    [3, true],
  ]);
  unmount();
  renderAt('/', rowOf({ ...anItem({ name: 'sse' }), isNew: true } as ReturnType<typeof anItem>, onPick));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select sse' }).disabled).toBe(true);
});
