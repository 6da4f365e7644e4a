import {Histogram} from './histogram';
import type {Model} from './model';

const WINDOW_MILLIS = 60_000;

/** Figures of the last minute, or of the time since the page was opened. Times are milliseconds. */
export interface Recent {
  seconds: number;
  requests: number;
  perSecond: number;
  mean: number;
  p95: number;
  p99: number;
  errorShare: number;
  hitRatio: number | undefined;
  /** Endpoints with slow requests, by the agent's own threshold. */
  slow: {name: string; count: number; slowest: number}[];
}

interface Sample {
  at: number;
  requests: number;
  errors: number;
  hits: number;
  lookups: number;
  totalMillis: number;
  latency: Histogram;
}

/** Snapshots of the last minute; what happened since the oldest is a difference of exact counts. */
export class Window {
  private samples: Sample[] = [];

  /** Adds a poll. Undefined for the first one, which has nothing to be compared with. */
  add(model: Model): Recent | undefined {
    const now = sample(model);
    const last = this.samples.at(-1);
    if (last && (now.requests < last.requests || now.at < last.at)) this.samples = []; // The service has restarted.
    while (this.samples.length > 1 && now.at - this.samples[1]!.at >= WINDOW_MILLIS) this.samples.shift();
    const oldest = this.samples[0];
    if (!last || last.at < now.at || this.samples.length === 0) this.samples.push(now);
    return oldest && oldest.at < now.at ? between(oldest, now, model) : undefined;
  }
}

function sample(model: Model): Sample {
  const {totals, report} = model;
  return {
    at: Date.parse(report.run.end),
    requests: totals.requests,
    errors: totals.errors,
    hits: totals.cacheHits,
    lookups: totals.cacheLookups,
    totalMillis: (report.endpoints ?? []).reduce((sum, each) => sum + each.latencyMillis.total, 0),
    latency: totals.histogram,
  };
}

function between(from: Sample, to: Sample, model: Model): Recent {
  const seconds = (to.at - from.at) / 1000;
  const requests = to.requests - from.requests;
  const [p95, p99] = to.latency.since(from.latency).percentiles([95, 99]) as [number, number];
  const lookups = to.lookups - from.lookups;
  const slow = new Map<string, {name: string; count: number; slowest: number}>();
  for (const request of model.report.slowRequests ?? []) {
    if (Date.parse(request.timestamp) < from.at) continue;
    const entry = slow.get(request.endpoint) ?? {name: request.endpoint, count: 0, slowest: 0};
    slow.set(request.endpoint, entry);
    entry.count++;
    entry.slowest = Math.max(entry.slowest, request.durationMillis);
  }
  return {
    seconds,
    requests,
    perSecond: requests / seconds,
    mean: (to.totalMillis - from.totalMillis) / Math.max(1, requests),
    p95: p95 / 1000,
    p99: p99 / 1000,
    errorShare: (to.errors - from.errors) / Math.max(1, requests),
    hitRatio: lookups > 0 ? (to.hits - from.hits) / lookups : undefined,
    slow: [...slow.values()].sort((a, b) => b.slowest - a.slowest),
  };
}
