import type {ComponentChildren} from 'preact';
import {useMemo} from 'preact/hooks';
import {count, millis, rate} from './format';
import {endpointLink, Section, Sql, statementLink} from './parts';
import type {Change, Difference, EndpointChange, FindingChange, StatementChange} from './report';
import {DataTable, type Column} from './table';
import {shortSql} from './text';

const ORDER: Change[] = ['worse', 'new', 'better', 'gone', 'same'];

const tag = (change: string) => <span class={'tag ' + change}>{change}</span>;

/** An endpoint or a statement that only one run has is neither good nor bad. */
const neutralTag = (change: Change) => (change === 'new' || change === 'gone' ? <span class="tag">{change}</span> : tag(change));

/** base → new; only one of them if the other run does not have it. */
function arrow(change: Change, base: number, now: number) {
  if (change === 'new') return count(now);
  if (change === 'gone') return count(base);
  return base === now ? count(now) : <>{count(base)} → <b>{count(now)}</b></>;
}

const urgency = <T extends {change: Change}>(cell: (row: T) => ComponentChildren): Column<T> => ({
  label: 'Change', width: 110, text: true, value: row => ORDER.indexOf(row.change), cell,
});

const ENDPOINTS: Column<EndpointChange>[] = [
  {label: 'Endpoint', text: true, value: row => row.endpoint, cell: row => row.change === 'gone' ? row.endpoint : <a href={endpointLink(row.endpoint)}>{row.endpoint}</a>},
  urgency(row => neutralTag(row.change)),
  {label: 'Queries max', width: 104, value: row => row.newMax - row.baseMax, cell: row => arrow(row.change, row.baseMax, row.newMax)},
  {label: 'Median', value: row => row.newMedian - row.baseMedian, cell: row => arrow(row.change, row.baseMedian, row.newMedian)},
  {label: 'Latency', width: 80, text: true, title: 'Noise: the confidence intervals overlap', value: row => row.latencyMillis?.verdict, cell: row => row.latencyMillis && tag(row.latencyMillis.verdict)},
  {label: 'p50 ms', width: 130, value: row => row.latencyMillis && row.latencyMillis.newP50 - row.latencyMillis.baseP50, cell: row => row.latencyMillis && `${millis(row.latencyMillis.baseP50)} → ${millis(row.latencyMillis.newP50)}`},
  {label: 'p95 ms', width: 130, value: row => row.latencyMillis && row.latencyMillis.newP95 - row.latencyMillis.baseP95, cell: row => row.latencyMillis && `${millis(row.latencyMillis.baseP95)} → ${millis(row.latencyMillis.newP95)}`},
];

/** A finding is not fixed if nothing has requested its endpoint. */
function findingColumns(difference: Difference): Column<FindingChange>[] {
  const absent = new Set(difference.endpoints.filter(each => each.change === 'gone').map(each => each.endpoint));
  return [
    {
      label: 'Finding', text: true, value: row => row.sentence,
      cell: row => row.change === 'gone' ? row.sentence : <a href={'#finding-' + encodeURIComponent(row.id)}>{row.sentence}</a>,
    },
    urgency(row => (row.change === 'gone' && absent.has(row.endpoint) ? <span class="tag">not requested</span> : tag(row.change))),
    {label: 'Endpoint', text: true, width: 290, value: row => row.endpoint},
    {label: 'Repeats', value: row => row.newRepeats - row.baseRepeats, cell: row => arrow(row.change, row.baseRepeats, row.newRepeats)},
  ];
}

const STATEMENTS: Column<StatementChange>[] = [
  {
    label: 'Statement', text: true, value: row => row.sql,
    cell: row => row.change === 'gone' ? <span class="clamp"><Sql>{shortSql(row.sql)}</Sql></span> : <a class="clamp" href={statementLink(row.id)}><Sql>{shortSql(row.sql)}</Sql></a>,
  },
  urgency(row => neutralTag(row.change)),
  {label: 'Max per request', width: 130, value: row => row.newMax - row.baseMax, cell: row => arrow(row.change, row.baseMax, row.newMax)},
  {label: 'Executions', width: 130, value: row => row.newExecutions, cell: row => arrow(row.change, row.baseExecutions, row.newExecutions)},
];

/** What is better, worse, new or gone since the base. Counts decide; latency informs. */
export function Comparison({difference}: {difference: Difference}) {
  const lists: [string, {change: Change}[]][] = [
    ['Endpoints', difference.endpoints], ['Findings', difference.findings], ['Statements', difference.statements],
  ];
  const findings = useMemo(() => findingColumns(difference), [difference]);
  const changed = <T extends {change: Change}>(all: T[]) => all.filter(each => each.change !== 'same');
  return (
    <Section id="comparison" title="Compared with the base"
      note={`${rate(difference.base.queriesPerRequest)} → ${rate(difference.new.queriesPerRequest)} queries per request`}>
      <table class="inner matrix">
        <thead><tr><th scope="col" class="text">What</th>{ORDER.map(change => <th scope="col" key={change}>{change}</th>)}</tr></thead>
        <tbody>{lists.map(([name, all]) => (
          <tr key={name}>
            <th scope="row" class="text">{name}</th>
            {ORDER.map(change => {
              const n = all.filter(each => each.change === change).length;
              return <td key={change} class={n === 0 || (name !== 'Findings' && (change === 'new' || change === 'gone')) ? 'quiet' : change}>{count(n)}</td>;
            })}
          </tr>
        ))}</tbody>
      </table>
      <h3>Findings</h3>
      <DataTable name="changed findings" rows={changed(difference.findings)} columns={findings} sortBy={1} pageSize={15}
        rowKey={row => row.id + row.sentence} search={row => `${row.change} ${row.endpoint} ${row.sentence}`.toLowerCase()}
        empty="Both runs have the same findings."/>
      <h3>Endpoints</h3>
      <DataTable name="changed endpoints" rows={difference.endpoints.filter(each => each.change !== 'same' || (each.latencyMillis && each.latencyMillis.verdict !== 'noise'))}
        columns={ENDPOINTS} sortBy={1} pageSize={15} rowKey={row => row.endpoint}
        search={row => `${row.change} ${row.latencyMillis?.verdict} ${row.endpoint}`.toLowerCase()}
        empty="No endpoint executes more or fewer queries, or is slower or faster."/>
      <h3>Statements</h3>
      <DataTable name="changed statements" rows={changed(difference.statements)} columns={STATEMENTS} sortBy={1} pageSize={15}
        rowKey={row => row.id} search={row => `${row.change} ${row.sql}`.toLowerCase()}
        empty="No statement is executed more or less often in one request."/>
    </Section>
  );
}
