import {Histogram} from './histogram';
import type {Endpoint, Finding, Report, Series, SlowRequest, Statement} from './report';
import {clean} from './text';

/** What the page shows of a report. */
export interface Model {
  report: Report;
  seconds: number;
  totals: Strip;
  findings: FindingView[];
  endpoints: EndpointView[];
  statements: StatementView[];
  /** Executions outside of requests, most time first. */
  unattributed: StatementView[];
  statementById: Map<string, StatementView>;
  losses: {count: number; text: string}[];
  notes: {count: number; text: string}[];
}

/** The figures at the top. Percentiles are of all requests; times are milliseconds. */
export interface Strip {
  requests: number;
  perSecond: number;
  latency: Percentiles;
  queries: {p50: number; p95: number; max: number};
  errors: number;
  errorShare: number;
  findings: number;
  confirmed: number;
  avoidableShare: number;
  slowQueries: number;
  slowRequests: number;
  cacheHits: number;
  cacheLookups: number;
  pool?: {name: string; use: number; peak: number; max: number; waitP95: number};
  histogram: Histogram;
}

export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

export interface FindingView {
  /** For permalinks: unique even if ids are not. */
  anchor: string;
  finding: Finding;
}

export interface EndpointView {
  endpoint: Endpoint;
  name: string;
  perSecond: number;
  databaseShare: number;
  hitRatio: number | undefined;
  errorShare: number;
  findings: FindingView[];
  slowest: SlowRequest | undefined;
  series: Series | undefined;
}

export interface StatementView {
  statement: Statement;
  id: string;
  perRequestMax: number;
  outside: number;
  endpoints: {name: string; executions: number; perRequestMax: number; millis: number}[];
}

const LOSSES: [keyof Report['totals'], string][] = [
  ['droppedRequests', 'requests dropped'],
  ['overflowedEndpoints', 'requests to endpoints over the limit, counted as (other)'],
  ['overflowedStatements', 'statements over the limit, counted as (other)'],
  ['overflowedFindings', 'requests with a finding over the limit'],
  ['droppedLogLines', 'log lines dropped'],
  ['suppressedErrors', 'errors of Rowcall suppressed'],
];

const NOTES: [keyof Report['totals'], string][] = [
  ['shedCallSites', 'call sites not captured under overload'],
  ['openRequests', 'requests unfinished'],
  ['ambiguousExecutions', 'queries that may belong to either of two requests, counted as outside of requests'],
  ['lateExecutions', 'queries after the end of their request'],
  ['uncertainStatements', 'statements that could not be parsed completely'],
];

/** Projects a report, which this cleans in place. */
export function project(report: Report): Model {
  clean(report);
  const seconds = Math.max(0.001, (Date.parse(report.run.end) - Date.parse(report.run.start)) / 1000 || 0);
  const endpoints = report.endpoints ?? [];
  const findings = findingViews(report.findings ?? []);
  const statements = statementViews(report);
  const totals = report.totals;
  const listed = (names: typeof LOSSES) =>
    names.map(([name, text]) => ({count: Number(totals[name] ?? 0), text})).filter(each => each.count > 0);
  return {
    report,
    seconds,
    totals: strip(report, seconds),
    findings,
    endpoints: endpointViews(endpoints, findings, report.slowRequests ?? [], seconds),
    statements,
    unattributed: statements.filter(each => each.outside > 0).sort((a, b) => outsideMillis(b) - outsideMillis(a)),
    statementById: new Map(statements.map(each => [each.id, each])),
    losses: listed(LOSSES),
    notes: listed(NOTES),
  };
}

/** An estimate: a statement's mean time, for those of its executions that belong to no request. */
export function outsideMillis(view: StatementView): number {
  return (view.outside / Math.max(1, view.statement.executions)) * view.statement.millis;
}

/** The latency of all requests, in microseconds. */
export function latencyOf(report: Report): Histogram {
  const all = new Histogram();
  for (const endpoint of report.endpoints ?? []) all.addEncoded(endpoint.latencyMillis.histogram);
  return all;
}

export function strip(report: Report, seconds: number): Strip {
  const endpoints = report.endpoints ?? [];
  const {totals} = report;
  const latency = latencyOf(report);
  const executions = new Histogram();
  for (const endpoint of endpoints) executions.addEncoded(endpoint.executions.histogram);
  const [l50, l95, l99] = latency.percentiles([50, 95, 99]) as [number, number, number];
  const [q50, q95] = executions.percentiles([50, 95]) as [number, number];
  const caches = report.caches ?? [];
  const hits = sum(caches, each => each.hits);
  const lookups = hits + sum(caches, each => each.misses);
  const pools = (report.pools ?? []).filter(each => each.max > 0);
  const pool = pools.sort((a, b) => b.peakActive / b.max - a.peakActive / a.max)[0];
  const findings = report.findings ?? [];
  return {
    requests: totals.requests,
    perSecond: totals.requests / seconds,
    latency: {p50: l50 / 1000, p95: l95 / 1000, p99: l99 / 1000},
    queries: {p50: q50, p95: q95, max: Math.max(0, ...endpoints.map(each => each.executions.max))},
    errors: totals.errors ?? 0,
    errorShare: (totals.errors ?? 0) / Math.max(1, totals.requests),
    findings: findings.length,
    confirmed: findings.filter(each => each.verdict === 'confirmed').length,
    avoidableShare: sum(endpoints, each => each.avoidableExecutions ?? 0) / Math.max(1, totals.executions),
    slowQueries: totals.slowQueries ?? 0,
    slowRequests: totals.slowRequests ?? 0,
    cacheHits: hits,
    cacheLookups: lookups,
    pool: pool && {
      name: pool.name,
      use: pool.peakActive / pool.max,
      peak: pool.peakActive,
      max: pool.max,
      waitP95: pool.waitMillis.p95,
    },
    histogram: latency,
  };
}

function findingViews(findings: Finding[]): FindingView[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const times = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, times);
    return {
      anchor: 'finding-' + finding.id + (times > 1 ? '-' + times : ''),
      finding,
    };
  });
}

/** What the filter of findings searches, in lower case. */
export function searchText({finding}: FindingView): string {
  return [
    finding.class, finding.verdict, finding.endpoint, finding.sentence, finding.statement?.sql, finding.callSite?.class,
  ].join(' ').toLowerCase();
}

function endpointViews(
    endpoints: Endpoint[], findings: FindingView[], slow: SlowRequest[], seconds: number): EndpointView[] {
  const findingsOf = groupBy(findings, each => each.finding.endpoint);
  const slowOf = groupBy(slow, each => each.endpoint);
  return endpoints.map(endpoint => {
    const lookups = (endpoint.cacheHits ?? 0) + (endpoint.cacheMisses ?? 0);
    return {
      endpoint,
      name: endpoint.name,
      perSecond: endpoint.requests / seconds,
      databaseShare: Math.min(1, (endpoint.databaseMillis ?? 0) / Math.max(0.001, endpoint.latencyMillis.total)),
      hitRatio: lookups > 0 ? (endpoint.cacheHits ?? 0) / lookups : undefined,
      errorShare: (endpoint.errors ?? 0) / Math.max(1, endpoint.requests),
      findings: findingsOf.get(endpoint.name) ?? [],
      slowest: slowOf.get(endpoint.name)?.sort((a, b) => b.durationMillis - a.durationMillis)[0],
      series: endpoint.series,
    };
  });
}

function statementViews(report: Report): StatementView[] {
  const shares = new Map<string, StatementView['endpoints']>();
  for (const endpoint of report.endpoints ?? []) {
    for (const {id, executions, perRequestMax, millis} of endpoint.statements ?? []) {
      const all = shares.get(id) ?? [];
      if (all.length === 0) shares.set(id, all);
      all.push({name: endpoint.name, executions, perRequestMax, millis});
    }
  }
  return (report.statements ?? []).map(statement => {
    const all = shares.get(statement.id) ?? [];
    return {
      statement,
      id: statement.id,
      endpoints: all.sort((a, b) => b.executions - a.executions),
      perRequestMax: Math.max(0, ...all.map(each => each.perRequestMax)),
      outside: Math.max(0, statement.executions - sum(all, each => each.executions)),
    };
  });
}

function groupBy<T>(all: T[], key: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(key(each));
    if (group) group.push(each);
    else groups.set(key(each), [each]);
  }
  return groups;
}

function sum<T>(all: T[], value: (each: T) => number): number {
  return all.reduce((total, each) => total + value(each), 0);
}
