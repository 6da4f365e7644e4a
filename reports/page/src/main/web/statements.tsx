import {Distribution} from './charts';
import {compact, count, millis, plural} from './format';
import {Histogram} from './histogram';
import {outsideMillis, type Model, type StatementView} from './model';
import {Copy, endpointLink, Section, Sql} from './parts';
import {DataTable, type Column} from './table';
import {shortSql} from './text';

const COLUMNS: Column<StatementView>[] = [
  {label: 'Statement', text: true, value: row => row.statement.sql, cell: row => <span class="clamp"><Sql>{shortSql(row.statement.sql)}</Sql></span>},
  {label: 'Executions', width: 92, value: row => row.statement.executions, cell: row => compact(row.statement.executions)},
  {label: 'Max', width: 60, title: 'Most executions in one request', value: row => row.perRequestMax, cell: row => count(row.perRequestMax)},
  {label: 'Rows', width: 70, value: row => row.statement.rows ?? 0, cell: row => compact(row.statement.rows ?? 0)},
  {label: 'Total ms', value: row => row.statement.millis, cell: row => millis(row.statement.millis)},
  {label: 'p50', width: 66, title: 'Median in ms', value: row => row.statement.latencyMillis.p50, cell: row => millis(row.statement.latencyMillis.p50)},
  {label: 'p95', width: 66, title: '95th percentile in ms', value: row => row.statement.latencyMillis.p95, cell: row => millis(row.statement.latencyMillis.p95)},
  {label: 'Longest', title: 'In ms', value: row => row.statement.latencyMillis.max, cell: row => millis(row.statement.latencyMillis.max)},
  {label: 'Errors', width: 70, value: row => row.statement.errors ?? 0, cell: row => <span class={row.statement.errors ? 'bad' : 'quiet'}>{compact(row.statement.errors ?? 0)}</span>},
  {label: 'Endpoints', width: 88, value: row => row.endpoints.length, cell: row => count(row.endpoints.length)},
];

const TOTAL = COLUMNS.findIndex(column => column.label === 'Total ms');

/** All statements; each expands to its text, endpoints and latency. */
export function Statements({model, hash}: {model: Model; hash: string}) {
  return (
    <Section id="statements" title="Statements" note={count(model.statements.length)}>
      <DataTable name="statements" rows={model.statements} columns={COLUMNS} rowKey={row => row.id}
        search={row => `${row.id} ${row.statement.sql}`.toLowerCase()} sortBy={TOTAL} pageSize={30}
        target={hash.startsWith('statement-') ? hash.slice('statement-'.length) : undefined}
        detail={row => <Detail row={row}/>} empty="No statements have been executed."/>
    </Section>
  );
}

function Detail({row}: {row: StatementView}) {
  const histogram = new Histogram().addEncoded(row.statement.latencyMillis.histogram);
  return (
    <div class="columns">
      <div>
        <p><Sql>{row.statement.sql}</Sql></p>
        <p class="quiet">
          {row.id} · {row.statement.kind} · {(row.statement.tables ?? []).join(', ') || 'no table'}
          {(row.statement.batchedCommands ?? 0) > 0 && ` · ${plural(row.statement.batchedCommands!, 'batched command')}`}
          {row.outside > 0 && ` · ${plural(row.outside, 'execution')} outside of requests`}
        </p>
        <p><Copy label="Copy SQL" text={() => row.statement.sql}/></p>
        <h3>Endpoints</h3>
        {row.endpoints.length === 0 ? <p class="empty">Executed outside of requests only.</p> : (
          <table class="inner">
            <thead><tr><th scope="col" class="text">Endpoint</th><th scope="col">Executions</th><th scope="col">Max</th><th scope="col">Total ms</th></tr></thead>
            <tbody>{row.endpoints.slice(0, 40).map(each => (
              <tr key={each.name}>
                <th scope="row" class="text"><a href={endpointLink(each.name)}>{each.name}</a></th>
                <td>{compact(each.executions)}</td><td>{count(each.perRequestMax)}</td><td>{millis(each.millis)}</td>
              </tr>
            ))}</tbody>
          </table>
        )}
      </div>
      <div>
        <h3>Latency by percentile</h3>
        {histogram.total > 0 ? <Distribution histogram={histogram} name="this statement"/> : <p class="empty">No histogram.</p>}
      </div>
    </div>
  );
}

const OUTSIDE: Column<StatementView>[] = [
  COLUMNS[0]!,
  {label: 'Outside', title: 'Executions outside of requests', value: row => row.outside, cell: row => compact(row.outside)},
  {label: 'Of all', value: row => row.statement.executions, cell: row => compact(row.statement.executions)},
  {label: 'About ms', title: 'By the mean time of the statement', value: outsideMillis, cell: row => millis(outsideMillis(row))},
];

/** Executions that belong to no request: schedulers, start-up, and threads that are not followed. */
export function Unattributed({model}: {model: Model}) {
  const {totals} = model.report;
  const executions = totals.unattributedExecutions ?? 0;
  return (
    <Section id="unattributed" title="Unattributed work" note={`${count(executions)} of ${plural(totals.executions, 'query')}`}>
      {executions === 0
        ? <p class="empty good">Every query belongs to a request.</p>
        : <DataTable name="statements outside of requests" rows={model.unattributed} columns={OUTSIDE} rowKey={row => row.id}
            sortBy={3} pageSize={10} empty="Statements over the limit only."/>}
    </Section>
  );
}
