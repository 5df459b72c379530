/** Bars from zero, each with its number: nothing has to be read off an axis. A press leads to what a bar counts. */
import Box from '@mui/material/Box';
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import type { ChartConfiguration, Plugin, Scale } from 'chart.js';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { useFormats } from '@/shared/lib/texts';
import { isCalm, lookNow, useThemeName } from './chart-look';
import type { ChartLook } from './chart-look';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export interface Bar {
  name: string;
  count: number;
  /** Where what it counts is. */
  to: string;
  /** What it is called where there is hardly any room. */
  brief?: string;
  /** Its own, where it has one: of a language. */
  colour?: string;
}

interface Props {
  bars: readonly Bar[];
  says: string;
  isUpright?: boolean;
}

const ROW = 32;
const UPRIGHT_HEIGHT = 220;
const LONGEST_NAME = { narrow: 20, wide: 30 }; // letters

const NARROW = 480;
const GAP = 6; // between a bar and its number

const short = (name: string, longest: number): string => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name);

/** The number at the end of each bar; none for nothing. */
const numbers = (bars: readonly Bar[], look: ChartLook, shown: (count: number) => string, isUpright: boolean): Plugin<'bar'> => ({
  id: 'numbers',
  afterDatasetsDraw: (chart) => {
    const { ctx } = chart;
    ctx.save();
    ctx.font = `600 12px ${look.font}`;
    ctx.fillStyle = look.text;
    ctx.textAlign = isUpright ? 'center' : 'left';
    ctx.textBaseline = isUpright ? 'bottom' : 'middle';
    chart.getDatasetMeta(0).data.forEach(({ x, y }, at) => {
      const count = bars[at]?.count ?? 0;
      if (count > 0) ctx.fillText(shown(count), isUpright ? x : x + GAP, isUpright ? y - GAP / 2 : y);
    });
    ctx.restore();
  },
});

function configured(bars: readonly Bar[], look: ChartLook, isUpright: boolean, open: (bar: Bar) => void): ChartConfiguration<'bar'> {
  const names = {
    grid: { display: false },
    border: { display: false },
    ticks: {
      color: look.quiet,
      font: { family: look.font, size: 12 },
      maxRotation: 0,
      callback(this: Scale, _value: unknown, at: number) {
        const bar = bars[at];
        const isNarrow = this.chart.width < NARROW;
        return bar && ((isNarrow ? bar.brief : undefined) ?? short(bar.name, LONGEST_NAME[isNarrow ? 'narrow' : 'wide']));
      },
    },
  };
  const counts = { beginAtZero: true, display: false, grace: '12%' } as const;
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ name }) => name),
      datasets: [
        {
          data: bars.map(({ count }) => count),
          backgroundColor: bars.map(({ colour }) => colour ?? look.accent),
          borderColor: look.line, // a colour near the page's still has an edge
          borderWidth: 1,
          borderRadius: 4,
          borderSkipped: 'start',
          maxBarThickness: isUpright ? 44 : 18,
          minBarLength: 0,
        },
      ],
    },
    options: {
      indexAxis: isUpright ? 'x' : 'y',
      responsive: true,
      maintainAspectRatio: false,
      animation: isCalm() ? false : { duration: 350 },
      layout: { padding: isUpright ? { top: 18 } : { right: 34 } },
      scales: isUpright ? { x: names, y: counts } : { y: names, x: counts },
      onClick: (_event, [pressed]) => {
        const bar = pressed && bars[pressed.index];
        if (bar) open(bar);
      },
      onHover: ({ native }, over) => {
        if (native?.target instanceof HTMLElement) native.target.style.cursor = over.length > 0 ? 'pointer' : '';
      },
    },
  };
}

export function Bars({ bars, says, isUpright = false }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const navigate = useNavigate();
  const { number } = useFormats();
  const theme = useThemeName();
  useEffect(() => {
    if (!canvas.current) return undefined;
    const look = lookNow();
    const chart = new Chart(canvas.current, {
      ...configured(bars, look, isUpright, ({ to }) => navigate(to)),
      plugins: [numbers(bars, look, number, isUpright)],
    });
    return () => chart.destroy();
  }, [bars, isUpright, navigate, number, theme]);
  return (
    <Box sx={{ position: 'relative', height: isUpright ? UPRIGHT_HEIGHT : bars.length * ROW + 8 }}>
      <canvas ref={canvas} role="img" aria-label={says} />
    </Box>
  );
}
