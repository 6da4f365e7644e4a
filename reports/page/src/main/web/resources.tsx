import {compact, count, millis, percent, plural, time} from './format';
import type {Model} from './model';
import {Bar, endpointLink, Section, Sql} from './parts';
import type {Cache, Pool, SlowQuery, SlowRequest} from './report';
import {DataTable, type Column} from './table';
import {place, shortSql} from './text';

const CACHES: Column<Cache>[] = [
  {label: 'Cache', text: true, value: row => row.name},
  {label: 'Kind', width: 110, text: true, value: row => row.kind},
  {label: 'Hit ratio', width: 120, value: row => row.hitRatio, cell: row => <><Bar share={row.hitRatio} warn={row.hitRatio < 0.5}/>{percent(row.hitRatio)}</>},
  {label: 'Hits', value: row => row.hits, cell: row => compact(row.hits)},
  {label: 'Misses', value: row => row.misses, cell: row => compact(row.misses)},
  {label: 'Loads', value: row => row.loads, cell: row => compact(row.loads)},
  {label: 'Load ms', value: row => row.loadMillis, cell: row => millis(row.loadMillis)},
  {label: 'Evictions', value: row => row.evictions, cell: row => compact(row.evictions)},
  {label: 'Size', value: row => row.size, cell: row => compact(row.size)},
];

const POOLS: Column<Pool>[] = [
  {label: 'Pool', text: true, value: row => row.name},
  {label: 'Kind', width: 110, text: true, value: row => row.kind},
  {
    label: 'Peak use', width: 140, title: 'Most active connections of the largest size', value: row => row.peakActive / Math.max(1, row.max),
    cell: row => <><Bar share={row.peakActive / Math.max(1, row.max)} warn={row.peakActive >= row.max}/>{count(row.peakActive)} of {count(row.max)}</>,
  },
  {label: 'Active', value: row => row.active, cell: row => count(row.active)},
  {label: 'Idle', value: row => row.idle, cell: row => count(row.idle)},
  {label: 'Waiting', value: row => row.waiting, cell: row => <span class={row.waiting ? 'bad' : ''}>{count(row.waiting)}</span>},
  {label: 'Wait p50', title: 'Median wait for a connection in ms', value: row => row.waitMillis.p50, cell: row => millis(row.waitMillis.p50)},
  {label: 'Wait p95', title: 'In ms', value: row => row.waitMillis.p95, cell: row => millis(row.waitMillis.p95)},
  {label: 'Wait max', title: 'In ms', value: row => row.waitMillis.max, cell: row => millis(row.waitMillis.max)},
];

/** Caches and connection pools. */
export function Resources({model}: {model: Model}) {
  const {caches = [], pools = []} = model.report;
  return (
    <>
      <Section id="caches" title="Caches" note={count(caches.length)}>
        <DataTable name="caches" rows={caches} columns={CACHES} rowKey={row => row.name + '\n' + row.kind} sortBy={3} pageSize={20}
          search={caches.length > 20 ? row => row.name.toLowerCase() : undefined} empty="No cache has been used."/>
      </Section>
      <Section id="pools" title="Connection pools" note={count(pools.length)}>
        <DataTable name="pools" rows={pools} columns={POOLS} rowKey={row => row.name + '\n' + row.kind} sortBy={2} pageSize={20}
          empty="No connection pool has been used."/>
      </Section>
    </>
  );
}

const QUERIES: Column<SlowQuery>[] = [
  {label: 'Statement', text: true, value: row => row.statement.sql, cell: row => <span class="clamp"><Sql>{shortSql(row.statement.sql)}</Sql></span>},
  {label: 'Duration ms', width: 104, value: row => row.durationMillis, cell: row => millis(row.durationMillis)},
  {label: 'Endpoint', text: true, width: 260, value: row => row.endpoint, cell: row => <a href={endpointLink(row.endpoint)}>{row.endpoint}</a>},
  {label: 'At', width: 190, text: true, value: row => row.callSite && place(row.callSite), cell: row => row.callSite && <code class="place">{place(row.callSite)}</code>},
  {label: 'Time', width: 180, text: true, value: row => row.timestamp, cell: row => time(row.timestamp)},
];

const REQUESTS: Column<SlowRequest>[] = [
  {label: 'Endpoint', text: true, value: row => row.endpoint, cell: row => <a href={endpointLink(row.endpoint)}>{row.endpoint}</a>},
  {label: 'Duration ms', width: 104, value: row => row.durationMillis, cell: row => millis(row.durationMillis)},
  {label: 'Queries', value: row => row.executions, cell: row => count(row.executions)},
  {label: 'Database ms', width: 104, value: row => row.databaseMillis, cell: row => millis(row.databaseMillis)},
  {label: 'Status', width: 70, value: row => row.status},
  {label: 'Request', width: 290, text: true, value: row => row.requestId, cell: row => <code class="place">{row.requestId}</code>},
  {label: 'Time', width: 180, text: true, value: row => row.timestamp, cell: row => time(row.timestamp)},
];

/** Single executions and requests over the agent's thresholds. */
export function Slow({model}: {model: Model}) {
  const {slowQueries = [], slowRequests = [], totals} = model.report;
  const note = (listed: number, all = 0) => (all > listed ? `the slowest ${count(listed)} of ${count(all)}` : count(listed));
  return (
    <>
      <Section id="slow-queries" title="Slow queries" note={note(slowQueries.length, totals.slowQueries)}>
        <DataTable name="slow queries" rows={slowQueries} columns={QUERIES} sortBy={1} pageSize={10}
          rowKey={row => row.timestamp + row.statement.id + row.durationMillis}
          search={slowQueries.length > 10 ? row => `${row.statement.sql} ${row.endpoint}`.toLowerCase() : undefined}
          empty={<>No slow queries in {plural(totals.executions, 'query')}.</>}/>
      </Section>
      <Section id="slow-requests" title="Slow requests" note={note(slowRequests.length, totals.slowRequests)}>
        <DataTable name="slow requests" rows={slowRequests} columns={REQUESTS} sortBy={1} pageSize={10}
          rowKey={row => row.timestamp + row.requestId + row.durationMillis}
          search={slowRequests.length > 10 ? row => row.endpoint.toLowerCase() : undefined}
          empty={<>No slow requests in {plural(totals.requests, 'request')}.</>}/>
      </Section>
    </>
  );
}
