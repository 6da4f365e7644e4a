import {useEffect, useState} from 'preact/hooks';
import {count, duration, plural} from './format';
import {searchText, type FindingView, type Model} from './model';
import {Copy, endpointLink, Section, Sql, statementLink} from './parts';
import type {CallSite, Finding} from './report';
import {frameText, place, shortSql, suppression} from './text';
import {Timeline} from './timeline';

const FIRST = 8;

/** The findings as cards, in the order of the report: the largest saving first. */
export function Findings({model, hash}: {model: Model; hash: string}) {
  const {findings} = model;
  const [filter, setFilter] = useState('');
  const [limit, setLimit] = useState(FIRST);
  const words = filter.toLowerCase().split(/\s+/).filter(word => word);
  const matching = words.length === 0 ? findings : findings.filter(each => { const text = searchText(each); return words.every(word => text.includes(word)); });

  useEffect(() => {
    const index = findings.findIndex(each => each.anchor === hash);
    if (index < 0) return;
    setFilter('');
    setLimit(previous => Math.max(previous, index + 1));
    setTimeout(() => {
      const card = document.getElementById(hash);
      card?.scrollIntoView({block: 'start'});
      card?.focus({preventScroll: true});
    });
  }, [hash]);

  const sqlOf = (id: string) => model.statementById.get(id)?.statement.sql ?? id;
  return (
    <Section id="findings" title="Findings" note={findings.length > 0 ? `${count(findings.length)}, the largest saving first` : undefined}>
      {findings.length === 0 && (
        <p class="empty good"><strong>No findings</strong> in {plural(model.totals.requests, 'request')}.</p>
      )}
      {model.report.run.noLines && findings.every(each => !each.finding.callSite) && findings.length > 0 && (
        <p class="notes">{model.report.run.noLines}</p>
      )}
      {findings.length > FIRST && (
        <div class="tools">
          <input type="search" placeholder={`Filter ${count(findings.length)} findings`} aria-label="Filter findings" value={filter}
            onInput={event => setFilter(event.currentTarget.value)}/>
          <span class="quiet" role="status">{words.length > 0 && `${count(matching.length)} of ${count(findings.length)}`}</span>
        </div>
      )}
      {matching.slice(0, limit).map(view => (
        <Card key={view.anchor} view={view} sqlOf={sqlOf} isTarget={view.anchor === hash}/>
      ))}
      {matching.length === 0 && findings.length > 0 && <p class="empty">No findings match “{filter}”.</p>}
      {matching.length > limit && (
        <p class="more">
          <span class="quiet">{count(limit)} of {count(matching.length)} </span>
          <button type="button" onClick={() => setLimit(limit + 20)}>Show 20 more</button>{' '}
          <button type="button" onClick={() => setLimit(Infinity)}>Show all</button>
        </p>
      )}
    </Section>
  );
}

function Card({view, sqlOf, isTarget}: {view: FindingView; sqlOf: (id: string) => string; isTarget: boolean}) {
  const {finding, anchor} = view;
  const {statement, parent, evidence = []} = finding;
  return (
    <article class={'card ' + finding.verdict + (isTarget ? ' target' : '')} id={anchor} tabIndex={-1} aria-labelledby={anchor + '-title'}>
      <header>
        <span class="class">{finding.class}</span>
        <span class={'verdict ' + finding.verdict}>{finding.verdict}</span>
        <a href={endpointLink(finding.endpoint)}>{finding.endpoint}</a>
        {finding.saving && <span class="saving">saves {finding.saving}</span>}
      </header>
      <h3 id={anchor + '-title'}><Headline finding={finding}/></h3>
      <div class="columns">
        <div>
          {(finding.advice ?? '').split('\n').map((line, i) => line && <p key={i} class="advice">{line}</p>)}
          {evidence.length > 0 && <ul class="evidence">{evidence.map(line => <li key={line}>{line}</li>)}</ul>}
        </div>
        <Timeline finding={finding} sqlOf={sqlOf}/>
      </div>
      <details>
        <summary>SQL and call sites</summary>
        <dl class="facts">
          {statement && <><dt><a href={statementLink(statement.id)}>statement</a></dt><dd><Sql>{statement.sql}</Sql></dd></>}
          <Site label="at" site={finding.callSite}/>
          <Site label="then at" site={finding.secondCallSite}/>
          {(finding.others ?? []).map(other => <><dt>also</dt><dd><Sql>{other.sql}</Sql></dd></>)}
          {parent && <><dt>parent</dt><dd><Sql>{parent.statement.sql}</Sql> {plural(parent.rows, 'row')} in the median request</dd></>}
          <Site label="at" site={parent?.callSite}/>
          {(finding.avoidableExecutions ?? 0) > 0 && (
            <><dt>in total</dt><dd>
              {plural(finding.avoidableExecutions!, 'avoidable query')}, {duration(finding.avoidableMillis ?? 0)} in {plural(finding.requests ?? 0, 'request')}
            </dd></>
          )}
        </dl>
      </details>
      <footer>
        {statement && <Copy label="Copy SQL" text={() => statement.sql}/>}
        {finding.advice && <Copy label="Copy advice" text={() => finding.advice!}/>}
        <Copy label="Copy suppression" text={() => suppression(finding, new Date())}/>
        <Copy label="Copy link" text={() => location.href.split('#')[0] + '#' + encodeURIComponent(anchor)}/>
        <a class="id" href={'#' + encodeURIComponent(anchor)}>{finding.id}</a>
      </footer>
    </article>
  );
}

/** ×25 SELECT … FROM activity WHERE contact_id = ? at ContactService.java:42, for the 25 rows of SELECT … FROM contact. */
function Headline({finding}: {finding: Finding}) {
  const {statement, callSite, parent, repeats, distinctBinds} = finding;
  const times = repeats?.median ?? 0;
  if (!statement || times < 2) return <>{withoutAdvice(finding)}</>;
  return (
    <>
      <b class="times">×{count(times)}</b> <Sql>{shortSql(statement.sql)}</Sql>
      {callSite && <> at <code class="place">{place(callSite)}</code></>}
      {(distinctBinds ?? 0) > 0 && <>, {plural(distinctBinds!, 'distinct bind')}</>}
      {parent && <>, for the {plural(parent.rows, 'row')} of <Sql>{shortSql(parent.statement.sql)}</Sql></>}
      {parent?.callSite && <> at <code class="place">{place(parent.callSite)}</code></>}
    </>
  );
}

/** The sentence ends with the start of the advice, which the card shows anyway. */
function withoutAdvice({sentence, advice}: Finding): string {
  const end = advice ? sentence.indexOf(advice.slice(0, 16)) : -1;
  return end > 0 ? sentence.slice(0, end).trimEnd() : sentence;
}

function Site({label, site}: {label: string; site?: CallSite}) {
  if (!site) return null;
  return (
    <><dt>{label}</dt><dd class="site">
      {frameText(site)}
      {(site.callers ?? []).map((caller, i) => <div key={i} class="quiet">called by {frameText(caller)}</div>)}
    </dd></>
  );
}
