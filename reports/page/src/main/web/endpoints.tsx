import {Distribution, Sparkline, Activity} from './charts';
import {compact, count, millis, percent, rate, time} from './format';
import {Histogram} from './histogram';
import type {EndpointView, Model} from './model';
import {Bar, Section, Sql, statementLink} from './parts';
import type {Endpoint} from './report';
import {DataTable, type Column} from './table';
import {place, shortSql} from './text';

const COLUMNS: Column<EndpointView>[] = [
  {label: 'Endpoint', text: true, value: row => row.name},
  {label: 'Requests', value: row => row.endpoint.requests, cell: row => compact(row.endpoint.requests)},
  {label: 'RPS', width: 62, title: 'Requests per second', value: row => row.perSecond, cell: row => rate(row.perSecond)},
  {label: 'p50', width: 66, title: 'Median latency in ms', value: row => row.endpoint.latencyMillis.p50, cell: row => millis(row.endpoint.latencyMillis.p50)},
  {label: 'p95', width: 66, title: '95th percentile of the latency in ms', value: row => row.endpoint.latencyMillis.p95, cell: row => millis(row.endpoint.latencyMillis.p95)},
  {label: 'p99', width: 66, title: '99th percentile of the latency in ms', value: row => row.endpoint.latencyMillis.p99, cell: row => millis(row.endpoint.latencyMillis.p99)},
  {label: 'Queries p50', width: 96, title: 'Queries of the median request', value: row => row.endpoint.executions.p50, cell: row => count(row.endpoint.executions.p50)},
  {label: 'Max', width: 60, title: 'Most queries of one request', value: row => row.endpoint.executions.max, cell: row => count(row.endpoint.executions.max)},
  {
    label: 'Avoidable', width: 90, title: 'Queries that fixing the findings would save',
    value: row => row.endpoint.avoidableExecutions ?? 0,
    cell: row => <span class={row.endpoint.avoidableExecutions ? 'warn' : 'quiet'}>{compact(row.endpoint.avoidableExecutions ?? 0)}</span>,
  },
  {
    label: 'Database', width: 104, title: 'Share of the latency that is spent in queries', value: row => row.databaseShare,
    cell: row => <><Bar share={row.databaseShare}/>{percent(row.databaseShare)}</>,
  },
  {label: 'Hits', width: 66, title: 'Cache hits per lookup', value: row => row.hitRatio, cell: row => percent(row.hitRatio)},
  {
    label: 'Errors', width: 70, value: row => row.endpoint.errors ?? 0,
    cell: row => <span class={row.endpoint.errors ? 'bad' : 'quiet'}>{compact(row.endpoint.errors ?? 0)}</span>,
  },
];

const TREND: Column<EndpointView> = {
  label: 'Trend', width: 100, title: 'Requests over time', unsortable: true, value: () => undefined, cell: row => <Sparkline series={row.series}/>,
};
const WITH_TREND = [...COLUMNS, TREND];

const AVOIDABLE = COLUMNS.findIndex(column => column.label === 'Avoidable');

/** All endpoints; each expands to its statements, findings, slowest request and latency. */
export function Endpoints({model, base, hash}: {model: Model; base?: Map<string, Endpoint>; hash: string}) {
  const {endpoints} = model;
  const hasSeries = endpoints.some(each => each.series);
  return (
    <Section id="endpoints" title="Endpoints" note={count(endpoints.length)}>
      <DataTable name="endpoints" rows={endpoints} columns={hasSeries ? WITH_TREND : COLUMNS} rowKey={row => row.name}
        search={row => row.name.toLowerCase()} sortBy={AVOIDABLE}
        target={hash.startsWith('endpoint-') ? hash.slice('endpoint-'.length) : undefined}
        detail={row => <Detail row={row} model={model} base={base?.get(row.name)}/>}
        empty="No requests yet."/>
    </Section>
  );
}

function Detail({row, model, base}: {row: EndpointView; model: Model; base?: Endpoint}) {
  const {endpoint, findings, slowest} = row;
  const statements = endpoint.statements ?? [];
  const histogram = new Histogram().addEncoded(endpoint.latencyMillis.histogram);
  return (
    <div class="columns">
      <div>
        <h3>Findings</h3>
        {findings.length === 0 && <p class="empty">No findings in {count(endpoint.requests)} requests.</p>}
        <ul class="links">
          {findings.map(({anchor, finding}) => (
            <li key={anchor}>
              <a href={'#' + encodeURIComponent(anchor)}>{finding.class}</a>{' '}
              {(finding.repeats?.median ?? 0) > 1 && `×${finding.repeats!.median} `}
              {finding.statement && <Sql>{shortSql(finding.statement.sql)}</Sql>}
              {finding.callSite && <> at <code class="place">{place(finding.callSite)}</code></>}
            </li>
          ))}
        </ul>
        <h3>Statements</h3>
        {statements.length === 0 ? <p class="empty">No statements.</p> : (
          <table class="inner">
            <thead><tr>
              <th scope="col" class="text">Statement</th><th scope="col">Executions</th>
              <th scope="col" title="Most executions in one request">Max</th><th scope="col">Total ms</th><th scope="col">Rows</th>
            </tr></thead>
            <tbody>
              {[...statements].sort((a, b) => b.millis - a.millis).slice(0, 40).map(share => (
                <tr key={share.id}>
                  <th scope="row" class="text"><a href={statementLink(share.id)}>
                    <Sql>{shortSql(model.statementById.get(share.id)?.statement.sql ?? share.id)}</Sql></a></th>
                  <td>{compact(share.executions)}</td><td>{count(share.perRequestMax)}</td>
                  <td>{millis(share.millis)}</td><td>{compact(share.rows)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {statements.length > 40 && <p class="quiet">The 40 with the most time of {count(statements.length)}.</p>}
      </div>
      <div>
        <h3>Latency by percentile{base && <small>dashed: base</small>}</h3>
        {histogram.total > 0
          ? <Distribution histogram={histogram} name={row.name} base={base && new Histogram().addEncoded(base.latencyMillis.histogram)}/>
          : <p class="empty">No histogram.</p>}
        {row.series && <Activity series={row.series}/>}
        <h3>Slowest request</h3>
        {slowest
          ? <p>{millis(slowest.durationMillis)} ms at {time(slowest.timestamp)}: {count(slowest.executions)} queries
              in {millis(slowest.databaseMillis)} ms, status {slowest.status}</p>
          : <p>{millis(endpoint.latencyMillis.max)} ms, below the threshold for slow requests</p>}
      </div>
    </div>
  );
}
