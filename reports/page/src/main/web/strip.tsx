import type {ComponentChildren} from 'preact';
import {compact, count, duration, millis, percent, plural, rate} from './format';
import type {Recent} from './live';
import type {Model, Strip} from './model';

function Tile({label, value, unit, tone, change, children}:
    {label: string; value: ComponentChildren; unit?: string; tone?: 'warn' | 'bad' | false; change?: ComponentChildren; children?: ComponentChildren}) {
  return (
    <div class={'tile ' + (tone || '')}>
      <dt>{label}</dt>
      <dd class="value">{value}{unit && <small> {unit}</small>}</dd>
      {change && <dd class="change">{change}</dd>}
      <dd class="sub">{children}</dd>
    </div>
  );
}

/** The figures of the run; those of a base run are next to them. */
export function Numbers({model, base}: {model: Model; base?: Strip}) {
  const {totals, report} = model;
  const was = (text: (of: Strip) => string) => base && `was ${text(base)}`;
  return (
    <dl class="strip">
      <Tile label="Requests" value={compact(totals.requests)} change={was(of => compact(of.requests))}>
        {rate(totals.perSecond)} per second
      </Tile>
      <Tile label="Latency p95" value={millis(totals.latency.p95)} unit="ms" change={was(of => `${millis(of.latency.p95)} ms`)}>
        p50 {millis(totals.latency.p50)}, p99 {millis(totals.latency.p99)}
      </Tile>
      <Tile label="Queries per request" value={count(totals.queries.p50)} unit="median"
        change={was(of => `${count(of.queries.p50)}, p95 ${count(of.queries.p95)}`)}>
        p95 {count(totals.queries.p95)}, max {count(totals.queries.max)}
      </Tile>
      <Tile label="Findings" value={count(totals.findings)} tone={totals.findings > 0 && 'warn'} change={was(of => count(of.findings))}>
        {totals.findings > 0 ? `${percent(totals.avoidableShare)} of queries avoidable` : 'nothing to fix'}
      </Tile>
      <Tile label="Slow queries" value={compact(totals.slowQueries)} tone={totals.slowQueries > 0 && 'warn'}
        change={was(of => compact(of.slowQueries))}>
        {plural(totals.slowRequests, 'slow request')}
      </Tile>
      <Tile label="Error rate" value={percent(totals.errorShare)} tone={totals.errors > 0 && 'bad'} change={was(of => percent(of.errorShare))}>
        {plural(totals.errors, 'failed request')}
      </Tile>
      <Tile label="Cache hits" value={totals.cacheLookups > 0 ? percent(totals.cacheHits / totals.cacheLookups) : '–'}
        change={was(of => (of.cacheLookups > 0 ? percent(of.cacheHits / of.cacheLookups) : '–'))}>
        {totals.cacheLookups > 0 ? plural(totals.cacheLookups, 'lookup') : 'no lookups'}
      </Tile>
      <Tile label="Pool use" value={totals.pool ? percent(totals.pool.use) : '–'} tone={(totals.pool?.use ?? 0) >= 1 && 'bad'}
        change={was(of => (of.pool ? percent(of.pool.use) : '–'))}>
        {totals.pool ? `peak ${count(totals.pool.peak)} of ${count(totals.pool.max)}` : `${duration(report.totals.databaseMillis ?? 0)} in queries`}
      </Tile>
    </dl>
  );
}

/** The last minute of a live service, next to the figures since its start. */
export function LastMinute({model, recent}: {model: Model; recent: Recent | undefined}) {
  const {totals, report} = model;
  const pools = report.pools ?? [];
  const active = pools.reduce((sum, pool) => sum + pool.active, 0);
  const max = pools.reduce((sum, pool) => sum + pool.max, 0);
  const waiting = pools.reduce((sum, pool) => sum + pool.waiting, 0);
  const mean = (report.endpoints ?? []).reduce((sum, each) => sum + each.latencyMillis.total, 0) / Math.max(1, totals.requests);
  const value = (text: (of: Recent) => string) => (recent ? text(recent) : '…');
  return (
    <section aria-labelledby="live-title">
      <h2 id="live-title">
        Last minute<small>{recent ? (recent.seconds < 55 ? `so far ${Math.round(recent.seconds)} s` : plural(recent.requests, 'request')) : 'waiting for the second reading'}</small>
      </h2>
      {recent && recent.slow.length > 0 && (
        <div class="alert" role="alert">
          <strong>Slow:</strong>{' '}
          {recent.slow.slice(0, 3).map(each => `${each.name} ×${count(each.count)}, up to ${duration(each.slowest)}`).join('; ')}
          {recent.slow.length > 3 && ` and ${plural(recent.slow.length - 3, 'more endpoint')}`}
        </div>
      )}
      <dl class="strip live">
        <Tile label="Requests per second" value={value(of => rate(of.perSecond))}>{rate(totals.perSecond)} since start</Tile>
        <Tile label="Average" value={value(of => millis(of.mean))} unit="ms">{millis(mean)} ms since start</Tile>
        <Tile label="P95" value={value(of => millis(of.p95))} unit="ms">{millis(totals.latency.p95)} ms since start</Tile>
        <Tile label="P99" value={value(of => millis(of.p99))} unit="ms">{millis(totals.latency.p99)} ms since start</Tile>
        <Tile label="Error rate" value={value(of => percent(of.errorShare))} tone={(recent?.errorShare ?? 0) > 0 && 'bad'}>
          {percent(totals.errorShare)} since start
        </Tile>
        <Tile label="Cache hits" value={value(of => percent(of.hitRatio))}>
          {totals.cacheLookups > 0 ? percent(totals.cacheHits / totals.cacheLookups) : '–'} since start
        </Tile>
        <Tile label="Active connections" value={max > 0 ? count(active) : '–'} unit={max > 0 ? `of ${count(max)}` : ''} tone={waiting > 0 && 'bad'}>
          {waiting > 0 ? plural(waiting, 'thread') + ' waiting' : 'now; none waiting'}
        </Tile>
      </dl>
    </section>
  );
}

/** What the agent lost, loudly, and what a reader should know, quietly. */
export function Losses({model, isLive}: {model: Model; isLive: boolean}) {
  const running = isLive ? 0 : (model.report.run.running ?? 0);
  return (
    <>
      {model.losses.length > 0 && (
        <div class="alert loud" role="alert">
          <strong>This report is incomplete.</strong>
          <ul>{model.losses.map(each => <li key={each.text}>{each.text}: <b>{count(each.count)}</b></li>)}</ul>
        </div>
      )}
      {(model.notes.length > 0 || running > 0) && (
        <p class="notes">
          {[
            ...(running > 0 ? [`${plural(running, 'JVM')} still running, or killed: figures up to the last report`] : []),
            ...model.notes.map(each => `${each.text}: ${count(each.count)}`),
          ].join(' · ')}
        </p>
      )}
    </>
  );
}
