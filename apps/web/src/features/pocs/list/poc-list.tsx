/**
 * A list of any length: only what is on screen is in the page, and the pages around it are asked for. For a screen reader it is one list;
 * each row tells its position and the size of all. The active row stays in the page, wherever one scrolls, so that focus is never lost.
 */
import { useCallback, useLayoutEffect, useRef } from 'react';
import { useMedia } from '@/shared/lib/use-media';
import { useDensity } from '@/shared/lib/use-preferences';
import { Placeholder } from '@/shared/ui/placeholder';
import type { Shown } from '../model/changes';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { ROW_HEIGHTS, Rows } from './list-styles';
import { Row } from './row';
import type { KnownRows } from './rows-of';
import { useListCommands } from './use-list-commands';
import { useListKeys } from './use-list-keys';
import type { Selecting } from './use-selection';
import { useKeptFocus, useWantedFocus } from './use-wanted-focus';
import { useWindowRows } from './use-window-rows';
import { rowsAround } from './window-rows';

export interface PocListProps {
  rows: KnownRows;
  isOfCompany: boolean;
  isBusy: boolean;
  selecting: Selecting;
  /** All of them, whatever the window shows. */
  onPaper?: KnownRows;
  /** Which rows have to be known: those on screen, and the active one wherever it is. */
  onSeen: (indexes: readonly number[]) => void;
}

const AROUND = 8;

/** Where those are that have come. */
export const placesIn = ({ total, at }: KnownRows): readonly number[] =>
  Array.from({ length: total }, (_, index) => index).filter((index) => at(index));

function useSeen(first: number, last: number, active: number, onSeen: PocListProps['onSeen']): void {
  useLayoutEffect(() => onSeen([first, last, active]), [first, last, active, onSeen]);
}

/** By a pointer: with Shift all from the one that was picked last. */
export function usePicking({ pick, extend }: Selecting): (index: number, isRange: boolean) => void {
  return useCallback((index, isRange) => (isRange ? extend(index) : pick(index)), [pick, extend]);
}

export function PocList({ rows, isOfCompany, isBusy, selecting, onPaper, onSeen }: PocListProps) {
  const t = usePocsTexts();
  const list = useRef<HTMLUListElement>(null);
  const isPhone = useMedia('(max-width: 599.95px)');
  const height = ROW_HEIGHTS[useDensity()][isPhone ? 'phone' : 'desk'];
  const { shown, show } = useWindowRows(list, height, rows.total);
  const { active, setActive, onKeyDown, move } = useListKeys(rows.total, useWantedFocus(list, show), { onExtend: selecting.extend });
  useSeen(shown.first, shown.last, active, onSeen);
  const { favorite } = useListCommands(rows, active, move, selecting);
  const onPick = usePicking(selecting);
  return (
    <Rows
      ref={list}
      aria-label={t.list}
      aria-busy={isBusy}
      data-picking={selecting.isPicking || undefined}
      style={{ height: rows.total * height }}
      onKeyDown={onKeyDown}
      {...useKeptFocus(list, active)}
    >
      {(onPaper ? placesIn(onPaper) : rowsAround(shown, AROUND, active, rows.total)).map((index) => (
        <li key={index} aria-posinset={index + 1} aria-setsize={rows.total} style={{ transform: `translateY(${index * height}px)` }}>
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
    </Rows>
  );
}

function At({ poc, ...row }: Omit<Parameters<typeof Row>[0], 'poc'> & { poc: Shown | undefined }) {
  if (poc) return <Row poc={poc} {...row} />;
  return (
    <div className="row" aria-hidden>
      <span />
      <div className="words">
        <Placeholder width={`${35 + ((row.index * 37) % 30)}%`} />
        <Placeholder width="70%" />
      </div>
    </div>
  );
}
