/** A year of days. How many POCs a day has is told by the size of its square as well as by its strength, and in words where one looks. */
import Box from '@mui/material/Box';
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Count } from '@/generated/catalog';
import { nextDay } from '@/shared/lib/days';
import { LEVELS, calendarOf } from './calendar-of';
import type { Cell } from './calendar-of';
import { ChartCard } from './chart-card';
import { useDayNames } from './day-names';
import type { Days } from './periods';
import { useStatsTexts } from './stats-texts';
import type { LinkTo } from './link-to';

const STEP = 15;
const SQUARE = 12;
const LEFT = 30;
const TOP = 18;
const SIZES = [SQUARE, 7, 9, 10.5, SQUARE];
const STRENGTHS = [0, 0.62, 0.76, 0.88, 1];
const WEEKDAYS_NAMED = [1, 3, 5];
const A_SUNDAY = '2023-01-01';

interface Props {
  days: Days;
  byDay: readonly Count[];
  linkTo: LinkTo;
  isTable: boolean;
}

export function Activity({ days, byDay, linkTo, isTable }: Props) {
  const t = useStatsTexts();
  const names = useDayNames();
  const to = (day: string) => linkTo({ after: day, before: nextDay(day) });
  const rows = byDay.filter(({ count }) => count > 0).map(({ value, count }) => ({ name: names.day(value), count, to: to(value) }));
  return (
    <ChartCard title={t.activity} column={t.day} rows={rows} isTable={isTable}>
      <Year days={days} byDay={byDay} to={to} />
    </ChartCard>
  );
}

/** The keys that lead from one day with a POC to another. */
function useSteps(count: number) {
  const [active, setActive] = useState(count - 1);
  const frame = useRef<SVGSVGElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -count, End: count };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, active + step));
    setActive(next);
    frame.current?.querySelectorAll<SVGAElement>('a')[next]?.focus();
  };
  return { active: Math.min(active, count - 1), setActive, frame, onKeyDown };
}

function Year({ days, byDay, to }: { days: Days; byDay: readonly Count[]; to: (day: string) => string }) {
  const t = useStatsTexts();
  const names = useDayNames();
  const { cells, months, weeks } = useMemo(() => calendarOf(days, byDay), [days, byDay]);
  const full = useMemo(() => cells.filter(({ count }) => count > 0), [cells]);
  const { active, setActive, frame, onKeyDown } = useSteps(full.length);
  const [looked, setLooked] = useState<Cell>();
  const width = LEFT + weeks * STEP;
  return (
    <>
      <Box ref={scrollToEnd} sx={{ overflowX: 'auto', mx: { xs: -1, sm: 0 }, py: 0.5 }}>
        <Box
          component="svg"
          ref={frame}
          viewBox={`0 0 ${width} ${TOP + 7 * STEP}`}
          role="group"
          aria-label={t.activityHint}
          onKeyDown={onKeyDown}
          onMouseLeave={() => setLooked(undefined)}
          sx={{ display: 'block', width: '100%', minWidth: width, '& text': { fontSize: 10, fill: 'var(--mui-palette-text-secondary)' } }}
        >
          {months.map(({ month, week }) => (
            <text key={month} x={LEFT + week * STEP} y={11} aria-hidden>
              {names.month(month)}
            </text>
          ))}
          {WEEKDAYS_NAMED.map((weekday) => (
            <text key={weekday} x={0} y={TOP + weekday * STEP + 10} aria-hidden>
              {names.weekday(dayOfWeek(weekday)).replace('.', '')}
            </text>
          ))}
          {cells.map((cell) =>
            cell.count === 0 ? (
              <Square key={cell.day} cell={cell} onLook={setLooked} />
            ) : (
              <Day
                key={cell.day}
                cell={cell}
                to={to(cell.day)}
                says={t.onDay(names.day(cell.day), cell.count)}
                isActive={full[active] === cell}
                onLook={(seen) => {
                  setLooked(seen);
                  setActive(full.indexOf(seen));
                }}
              />
            ),
          )}
        </Box>
      </Box>
      <Below looked={looked} />
    </>
  );
}

const dayOfWeek = (weekday: number): string => A_SUNDAY.replace(/1$/, String(1 + weekday));

/** Where it is wider than the screen, the newest days are seen first. */
function scrollToEnd(frame: HTMLElement | null): void {
  if (frame) frame.scrollLeft = frame.scrollWidth;
}

function Square({ cell, onLook }: { cell: Cell; onLook: (cell: Cell) => void }) {
  const size = SIZES[cell.level] ?? SQUARE;
  const inset = (SQUARE - size) / 2;
  return (
    <rect
      data-day={cell.day}
      x={LEFT + cell.week * STEP + inset}
      y={TOP + cell.weekday * STEP + inset}
      width={size}
      height={size}
      rx={cell.level === 0 ? 3 : 2.5}
      fill={cell.level === 0 ? 'var(--mui-palette-divider)' : 'var(--mui-palette-primary-main)'}
      fillOpacity={cell.level === 0 ? 0.55 : STRENGTHS[cell.level]}
      onMouseEnter={() => onLook(cell)}
    />
  );
}

interface DayProps {
  cell: Cell;
  to: string;
  says: string;
  isActive: boolean;
  onLook: (cell: Cell) => void;
}

function Day({ cell, to, says, isActive, onLook }: DayProps) {
  const navigate = useNavigate();
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return; // a tab or a window of its own
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={to} aria-label={says} tabIndex={isActive ? 0 : -1} onClick={open} onFocus={() => onLook(cell)}>
      <rect
        x={LEFT + cell.week * STEP - 1.5}
        y={TOP + cell.weekday * STEP - 1.5}
        width={STEP}
        height={STEP}
        fill="transparent"
        onMouseEnter={() => onLook(cell)}
      />
      <Square cell={cell} onLook={onLook} />
    </a>
  );
}

/** What is looked at, in words; and what the squares mean. */
function Below({ looked }: { looked: Cell | undefined }) {
  const t = useStatsTexts();
  const names = useDayNames();
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        flexWrap: 'wrap',
        mt: 1,
        fontSize: '0.75rem',
        color: 'text.secondary',
        minHeight: 20,
      }}
    >
      <Box aria-hidden sx={{ flex: 1, color: 'text.primary', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {looked && t.onDay(names.day(looked.day), looked.count)}
      </Box>
      <span>{t.less}</span>
      <svg aria-hidden width={(LEVELS + 1) * STEP} height={SQUARE}>
        {SIZES.map((size, level) => (
          <rect
            key={level}
            x={level * STEP + (SQUARE - size) / 2}
            y={(SQUARE - size) / 2}
            width={size}
            height={size}
            rx={2.5}
            fill={level === 0 ? 'var(--mui-palette-divider)' : 'var(--mui-palette-primary-main)'}
            fillOpacity={level === 0 ? 0.55 : STRENGTHS[level]}
          />
        ))}
      </svg>
      <span>{t.more}</span>
    </Box>
  );
}
