/** Numbers and times as people read them. The locale is fixed, so that a page reads the same everywhere. */
const WHOLE = new Intl.NumberFormat('en-US', {maximumFractionDigits: 0});
const SHORT = new Intl.NumberFormat('en-US', {maximumSignificantDigits: 3, notation: 'compact'});

export function count(n: number): string {
  return WHOLE.format(n);
}

/** At most four digits: 1,234, 12.3K, 4.56M. */
export function compact(n: number): string {
  return Math.abs(n) < 10_000 ? WHOLE.format(n) : SHORT.format(n);
}

export function plural(n: number, noun: string, nouns = noun.endsWith('y') ? noun.slice(0, -1) + 'ies' : noun + 's') {
  return `${count(n)} ${n === 1 ? noun : nouns}`;
}

/** Three significant digits, without a unit. */
export function millis(ms: number): string {
  if (ms === 0) return '0';
  if (ms < 9.995) return ms.toFixed(ms < 0.0995 ? 3 : 2);
  return ms < 99.95 ? ms.toFixed(1) : WHOLE.format(ms);
}

/** With the unit that suits its size. */
export function duration(ms: number): string {
  if (ms < 999.5) return millis(ms) + ' ms';
  const seconds = ms / 1000;
  if (seconds < 120) return seconds.toFixed(seconds < 9.995 ? 2 : 1) + ' s';
  const minutes = seconds / 60;
  return minutes < 120 ? minutes.toFixed(1) + ' min' : (minutes / 60).toFixed(1) + ' h';
}

export function rate(perSecond: number): string {
  if (perSecond === 0) return '0';
  return perSecond < 10 ? perSecond.toFixed(perSecond < 1 ? 2 : 1) : compact(perSecond);
}

/** A share of 1, as percent. Neither 0 % nor 100 % unless it is exact. */
export function percent(share: number | undefined): string {
  if (share === undefined || Number.isNaN(share)) return '–';
  const value = share * 100;
  if (value > 0 && value < 0.1) return '<0.1 %';
  if (value < 100 && value > 99.9) return '>99.9 %';
  return (value < 10 && value > 0 ? value.toFixed(1) : value.toFixed(value > 99 && value < 100 ? 1 : 0)) + ' %';
}

/** 2026-01-01 00:00:10 UTC; what is no time stays as it is. */
export function time(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : date.toISOString().slice(0, 19).replace('T', ' ') + ' UTC';
}

export function clock(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : date.toISOString().slice(11, 23);
}
