import {useContext, useEffect, useRef} from 'preact/hooks';
import {createContext} from 'preact';
import uPlot from 'uplot';
import {compact, millis, rate} from './format';
import type {Histogram} from './histogram';
import type {Series} from './report';

/** Changes whenever the colors do, so that canvases are drawn again. */
export const Appearance = createContext(0);

const PERCENTS = [
  0, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92, 94, 95, 96, 97, 98, 99, 99.3, 99.5, 99.7, 99.8, 99.9, 99.95, 99.99,
  99.999,
];

const DECADES = [0.001, 0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6];

function Chart({label, height, data, options}:
    {label: string; height: number; data: uPlot.AlignedData; options: (color: (name: string) => string) => Omit<uPlot.Options, 'width' | 'height'>}) {
  const host = useRef<HTMLDivElement>(null);
  const appearance = useContext(Appearance);
  useEffect(() => {
    const element = host.current!;
    const style = getComputedStyle(element);
    const plot = new uPlot({
      width: Math.max(200, element.clientWidth),
      height,
      legend: {show: false},
      ...options(name => resolve(element, style.getPropertyValue('--' + name))),
    }, data, element);
    const observer = new ResizeObserver(() => plot.setSize({width: Math.max(200, element.clientWidth), height}));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [data, appearance]);
  return <div ref={host} class="chart" role="img" aria-label={label} style={{minHeight: `${height}px`}}/>;
}

/** A canvas does not know custom properties or light-dark(). */
function resolve(element: HTMLElement, color: string): string {
  const probe = document.createElement('span');
  probe.style.color = color;
  element.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

const FONT = '11px system-ui, sans-serif';

function axis(color: (name: string) => string, more: uPlot.Axis): uPlot.Axis {
  return {
    stroke: color('quiet'),
    font: FONT,
    grid: {stroke: color('line'), width: 1, ...more.grid},
    ticks: {show: false},
    ...more,
  };
}

/** Steps of the time axis, whose labels show no fractions. */
const WHOLE_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];

/** Requests per second and their 95th percentile over the run. */
export function Activity({series}: {series: Series}) {
  const start = Date.parse(series.startedAt) / 1000;
  const step = series.intervalMs / 1000;
  const times = series.requests.map((_, i) => start + i * step);
  const perSecond = series.requests.map(n => n / step);
  const data: uPlot.AlignedData = [times, perSecond, series.p95Ms.map((n, i) => (series.requests[i] ? n : null))];
  const peak = Math.max(0, ...perSecond);
  const slowest = Math.max(0, ...series.p95Ms);
  return (
    <figure class="wide">
      <figcaption>
        <i class="key requests"/> requests per second, at most {rate(peak)}
        <i class="key p95"/> p95 in ms, at most {millis(slowest)}
      </figcaption>
      <Chart height={120} data={data}
        label={`Over time: at most ${rate(peak)} requests per second, and a 95th percentile of at most ${millis(slowest)} ms`}
        options={color => ({
          cursor: {y: false},
          scales: {x: {time: true}, y: {range: (_, __, max) => [0, max || 1]}, ms: {range: (_, __, max) => [0, max || 1]}},
          axes: [
            axis(color, {size: 24, space: 90, incrs: WHOLE_SECONDS, values: (_, all) => all.map(at => new Date(at * 1000).toISOString().slice(11, 19))}),
            axis(color, {size: 44, values: (_, all) => all.map(compact)}),
            axis(color, {scale: 'ms', side: 1, size: 44, grid: {show: false}, values: (_, all) => all.map(n => millis(n))}),
          ],
          series: [
            {},
            {stroke: color('accent'), fill: color('accent-soft'), width: 1.5, points: {show: false}},
            {scale: 'ms', stroke: color('repeat'), width: 1.5, points: {show: false}, spanGaps: true},
          ],
        })}/>
    </figure>
  );
}

/** Latency by percentile, on HdrHistogram's axis: every nine of the percentile takes the same width. */
export function Distribution({histogram, base, name}: {histogram: Histogram; base?: Histogram; name: string}) {
  const percents = PERCENTS.filter(p => p < 99.5 || histogram.total >= 1 / (1 - p / 100));
  const nines = percents.map(p => Math.log10(100 / (100 - p)));
  const curve = (of: Histogram) => of.percentiles(percents).map(us => Math.max(0.001, us / 1000));
  const data: uPlot.AlignedData = base ? [nines, curve(histogram), curve(base)] : [nines, curve(histogram)];
  const [p50, p99] = histogram.percentiles([50, 99]) as [number, number];
  return (
    <Chart height={190} data={data}
      label={`Latency of ${name} by percentile: the median is ${millis(p50 / 1000)} ms, the 99th percentile ${millis(p99 / 1000)} ms`}
      options={color => ({
        cursor: {show: false},
        scales: {x: {time: false}, y: {distr: 3}},
        axes: [
          axis(color, {
            splits: () => [0, Math.log10(2), 1, 2, 3, 4, 5].filter(n => n <= nines.at(-1)! + 0.01),
            values: (_, all) => all.map(n => `${+(100 - 100 / 10 ** n).toFixed(3)} %`),
          }),
          axis(color, {
            size: 58,
            splits: (_, __, min, max) => DECADES.filter(n => n >= min && n <= max),
            values: (_, all) => all.map(n => (n < 1000 ? `${n} ms` : `${n / 1000} s`)),
          }),
        ],
        series: [
          {},
          {stroke: color('accent'), width: 2, points: {show: false}},
          ...(base ? [{stroke: color('quiet'), width: 1.5, dash: [5, 4], points: {show: false}}] : []),
        ],
      })}/>
  );
}

/** Requests over time as a line of text height; empty without a series. */
export function Sparkline({series}: {series: Series | undefined}) {
  const values = series?.requests ?? [];
  if (values.length < 2) return null;
  const max = Math.max(1, ...values);
  const points = values.map((n, i) => `${((i / (values.length - 1)) * 78 + 1).toFixed(1)},${(17 - (n / max) * 15).toFixed(1)}`);
  return (
    <svg class="spark" viewBox="0 0 80 18" role="img" aria-label={`Requests over time, at most ${max} in ${series!.intervalMs / 1000} s`}>
      <polygon points={`1,17 ${points.join(' ')} 79,17`}/>
      <polyline points={points.join(' ')}/>
    </svg>
  );
}
