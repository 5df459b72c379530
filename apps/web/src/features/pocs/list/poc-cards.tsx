/** The same list as cards: windowed by rows of cards, one list for a screen reader, and arrows go in all four directions. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useFormats } from '@/shared/lib/texts';
import { Placeholder } from '@/shared/ui/placeholder';
import { colourOf } from '../model/colours';
import type { Shown } from '../model/changes';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { CARD, Cards } from './card-styles';
import { placesIn, usePicking } from './poc-list';
import type { PocListProps } from './poc-list';
import { Description, Name, PickBox, Star, Tags } from './poc-parts';
import type { RowProps } from './poc-parts';
import { useListCommands } from './use-list-commands';
import { useListKeys } from './use-list-keys';
import { useKeptFocus, useWantedFocus } from './use-wanted-focus';
import { useWindowRows } from './use-window-rows';
import { rowsAround } from './window-rows';

const AROUND = 3;
const MAX_TAGS = 4;

/** How many cards stand side by side. */
function useColumns(list: RefObject<HTMLElement>): number {
  const [columns, setColumns] = useState(1);
  useLayoutEffect(() => {
    if (!list.current) return undefined;
    const measure = (width: number) => setColumns(Math.max(1, Math.floor((width + CARD.gap) / (CARD.least + CARD.gap))));
    measure(list.current.clientWidth);
    const watching = new ResizeObserver(([entry]) => entry && measure(entry.contentRect.width));
    watching.observe(list.current);
    return () => watching.disconnect();
  }, [list]);
  return columns;
}

export function PocCards({ rows, isOfCompany, isBusy, selecting, onPaper, onSeen }: PocListProps) {
  const t = usePocsTexts();
  const list = useRef<HTMLUListElement>(null);
  const columns = useColumns(list);
  const step = CARD.height + CARD.gap;
  const lines = Math.ceil(rows.total / columns);
  const { shown, show } = useWindowRows(list, step, lines);
  const showLine = useCallback((index: number) => show(Math.floor(index / columns)), [columns, show]);
  const focus = useWantedFocus(list, showLine);
  const { active, setActive, onKeyDown, move } = useListKeys(rows.total, focus, { columns, onExtend: selecting.extend });
  useLayoutEffect(
    () => onSeen([shown.first * columns, Math.min(rows.total - 1, (shown.last + 1) * columns - 1), active]),
    [shown, columns, rows.total, active, onSeen],
  );
  const { favorite } = useListCommands(rows, active, move, selecting);
  const onPick = usePicking(selecting);
  const seen = rowsAround(shown, AROUND, Math.floor(active / columns), lines)
    .flatMap((line) => Array.from({ length: columns }, (_, at) => line * columns + at))
    .filter((index) => index < rows.total);
  const indexes = onPaper ? placesIn(onPaper) : seen;
  const width = `calc((100% - ${(columns - 1) * CARD.gap}px) / ${columns})`;
  return (
    <Cards
      ref={list}
      aria-label={t.list}
      aria-busy={isBusy}
      data-picking={selecting.isPicking || undefined}
      style={{ height: lines * step }}
      onKeyDown={onKeyDown}
      {...useKeptFocus(list, active)}
    >
      {indexes.map((index) => (
        <li
          key={index}
          aria-posinset={index + 1}
          aria-setsize={rows.total}
          style={{
            width,
            top: Math.floor(index / columns) * step,
            left: `calc((${width} + ${CARD.gap}px) * ${index % columns})`,
          }}
        >
          <At
            poc={(onPaper ?? rows).at(index)}
            index={index}
            isActive={index === active}
            isOfCompany={isOfCompany}
            isPicked={selecting.selection.has(rows.at(index)?.pocId ?? '')}
            onPick={onPick}
            onFavorite={favorite}
            onFocus={setActive}
          />
        </li>
      ))}
    </Cards>
  );
}

function At({ poc, ...card }: Omit<RowProps, 'poc'> & { poc: Shown | undefined }) {
  if (poc) return <Card poc={poc} {...card} />;
  return (
    <div className="card" aria-hidden>
      <Placeholder width="60%" />
      <Placeholder width="90%" />
      <Placeholder width="80%" />
    </div>
  );
}

function Card({ poc, isOfCompany, onFavorite, ...card }: RowProps) {
  const formats = useFormats();
  return (
    <article className="card" data-pending={poc.isPending || undefined} data-picked={card.isPicked || undefined}>
      <h2>
        <Name poc={poc} {...card} />
        <PickBox poc={poc} {...card} />
        <Star poc={poc} onFavorite={onFavorite} />
      </h2>
      <Description poc={poc} />
      <Tags tags={poc.tags} atMost={MAX_TAGS} />
      <p className="facts">
        {poc.language && <span className="colour" style={{ background: colourOf(poc.language) }} />}
        <span>{poc.language}</span>
        {isOfCompany && poc.creatorName && <span>{poc.creatorName}</span>}
        <time dateTime={poc.createdAt}>{formats.day(poc.createdAt)}</time>
      </p>
    </article>
  );
}
