/** The report file as TypeScript types: what the page reads of it. Fields of newer agents are optional. */
export interface Report {
  agent?: {version?: string};
  run: Run;
  totals: Totals;
  findings?: Finding[];
  endpoints?: Endpoint[];
  statements?: Statement[];
  caches?: Cache[];
  pools?: Pool[];
  slowQueries?: SlowQuery[];
  slowRequests?: SlowRequest[];
}

export interface Run {
  service: string;
  instance?: string;
  start: string;
  end: string;
  running?: number;
  jvm?: string;
  noLines?: string;
  setupProblem?: string;
}

export interface Totals {
  requests: number;
  errors?: number;
  openRequests?: number;
  executions: number;
  openExecutions?: number;
  unattributedExecutions?: number;
  ambiguousExecutions?: number;
  lateExecutions?: number;
  executionErrors?: number;
  databaseMillis?: number;
  rows?: number;
  slowQueries?: number;
  slowRequests?: number;
  droppedRequests?: number;
  shedCallSites?: number;
  overflowedEndpoints?: number;
  overflowedStatements?: number;
  overflowedFindings?: number;
  droppedLogLines?: number;
  uncertainStatements?: number;
  suppressedErrors?: number;
  series?: Series;
}

export interface Latency {
  mean: number;
  min: number;
  p50: number;
  p90: number;
  p95: number;
  p99: number;
  max: number;
  total: number;
  histogram: string;
}

export interface Executions {
  min: number;
  mean: number;
  p50: number;
  p95: number;
  max: number;
  total: number;
  histogram: string;
}

/** Figures over time; all lists have the same length. */
export interface Series {
  startedAt: string;
  intervalMs: number;
  requests: number[];
  queries: number[];
  errors: number[];
  p95Ms: number[];
}

export interface Frame {
  class: string;
  method: string;
  file?: string;
  line?: number;
}

export interface CallSite extends Frame {
  callers?: Frame[];
}

export interface StatementRef {
  id: string;
  sql: string;
}

export interface TimelineEntry {
  statement: string;
  startMs: number;
  durationMs: number;
  rows?: number;
}

export interface Example {
  startedAt: string;
  durationMs: number;
  executions: number;
  timeline: TimelineEntry[];
}

export interface Finding {
  id: string;
  class: string;
  verdict: string;
  endpoint: string;
  sentence: string;
  saving?: string;
  statement?: StatementRef;
  repeats?: {median: number; max: number};
  distinctBinds?: number;
  others?: StatementRef[];
  callSite?: CallSite;
  secondCallSite?: CallSite;
  parent?: {statement: StatementRef; rows: number; callSite?: CallSite};
  evidence?: string[];
  advice?: string;
  avoidableExecutions?: number;
  avoidableMillis?: number;
  requests?: number;
  example?: Example;
}

export interface EndpointStatement {
  id: string;
  executions: number;
  perRequestMax: number;
  millis: number;
  rows: number;
}

export interface Endpoint {
  name: string;
  requests: number;
  errors?: number;
  latencyMillis: Latency;
  executions: Executions;
  databaseMillis?: number;
  cacheHits?: number;
  cacheMisses?: number;
  poolWaitMillis?: number;
  avoidableExecutions?: number;
  avoidableMillis?: number;
  potentialPercent?: number;
  statements?: EndpointStatement[];
  series?: Series;
}

export interface Statement {
  id: string;
  sql: string;
  kind?: string;
  tables?: string[];
  executions: number;
  errors?: number;
  rows?: number;
  batchedCommands?: number;
  millis: number;
  latencyMillis: Latency;
  endpoints?: string[];
}

export interface Cache {
  name: string;
  kind: string;
  hits: number;
  misses: number;
  loads: number;
  loadMillis: number;
  evictions: number;
  size: number;
  hitRatio: number;
}

export interface Pool {
  name: string;
  kind: string;
  active: number;
  peakActive: number;
  idle: number;
  waiting: number;
  max: number;
  waitMillis: Latency;
}

export interface SlowQuery {
  timestamp: string;
  statement: StatementRef;
  durationMillis: number;
  endpoint: string;
  callSite?: CallSite;
}

export interface SlowRequest {
  timestamp: string;
  requestId: string;
  endpoint: string;
  durationMillis: number;
  status: number;
  executions: number;
  databaseMillis: number;
}

export type Change = 'worse' | 'new' | 'better' | 'gone' | 'same';

/** The JSON of `rowcall diff --json`. */
export interface Difference {
  base: Side;
  new: Side;
  endpoints: EndpointChange[];
  findings: FindingChange[];
  statements: StatementChange[];
}

export interface Side {
  service: string;
  requests: number;
  queries: number;
  queriesPerRequest: number;
}

export interface EndpointChange {
  change: Change;
  endpoint: string;
  baseMax: number;
  newMax: number;
  baseMedian: number;
  newMedian: number;
  latencyMillis?: {
    verdict: 'slower' | 'faster' | 'noise';
    baseP50: number;
    newP50: number;
    baseP95: number;
    newP95: number;
  };
}

export interface FindingChange {
  change: Change;
  id: string;
  class: string;
  verdict: string;
  endpoint: string;
  baseRepeats: number;
  newRepeats: number;
  sentence: string;
}

export interface StatementChange {
  change: Change;
  id: string;
  sql: string;
  baseMax: number;
  newMax: number;
  baseExecutions: number;
  newExecutions: number;
}
