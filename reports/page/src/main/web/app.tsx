import {render, type ComponentChildren} from 'preact';
import {useEffect, useMemo, useRef, useState} from 'preact/hooks';
import {Activity, Appearance} from './charts';
import {Comparison} from './comparison';
import {embedded, liveUrl, poll} from './data';
import {Endpoints} from './endpoints';
import {Findings} from './findings';
import {count, duration, time} from './format';
import {LatencySection} from './latency';
import {Window, type Recent} from './live';
import {latencyOf, project, strip, type Model} from './model';
import {useHash} from './parts';
import type {Difference, Report} from './report';
import {Resources, Slow} from './resources';
import {Statements, Unattributed} from './statements';
import {LastMinute, Losses, Numbers} from './strip';
import {clean} from './text';
import {applyStoredTheme, ThemeSwitch} from './theme';
import 'uplot/dist/uPlot.min.css';
import './page.css';

interface Shown {
  model: Model;
  recent?: Recent;
}

/** The page of a report that is embedded. */
function Page({report, base, difference}: {report: Report; base?: Report; difference?: Difference}) {
  const model = useMemo(() => project(report), []);
  const before = useMemo(() => base && clean(base), []);
  const changes = useMemo(() => difference && clean(difference), []);
  return <Layout shown={{model}} base={before} difference={changes}/>;
}

/** The page of a running service. The last report stays while the service does not answer. */
function LivePage({url}: {url: string}) {
  const [shown, setShown] = useState<Shown>();
  const [problem, setProblem] = useState('');
  const window = useRef(new Window());
  useEffect(() => poll(url, 2000, report => {
    const model = project(report);
    setShown({model, recent: window.current.add(model)});
    setProblem('');
  }, setProblem), []);
  if (!shown) return <main><p class="empty" role="status">{problem ? `No report: ${problem}. Trying again.` : 'Waiting for the first report …'}</p></main>;
  return <Layout shown={shown} live={problem || 'live'}/>;
}

function Layout({shown, base, difference, live}: {shown: Shown; base?: Report; difference?: Difference; live?: string}) {
  const {model, recent} = shown;
  const {report} = model;
  const hash = useHash();
  const [appearance, setAppearance] = useState(0);
  const baseStrip = useMemo(() => base && strip(base, Math.max(0.001, (Date.parse(base.run.end) - Date.parse(base.run.start)) / 1000)), [base]);
  const baseEndpoints = useMemo(() => base && new Map((base.endpoints ?? []).map(each => [each.name, each])), [base]);
  const baseLatency = useMemo(() => base && latencyOf(base), [base]);
  const {series} = report.totals;
  // The numbers and the findings are painted first; thousands of table cells follow in the next frame.
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    requestAnimationFrame(() => setTimeout(() => {
      performance.mark('rowcall-report'); // For the test of how long this takes.
      setPainted(true);
    }));
  }, []);
  useEffect(() => {
    // The browser has looked for a section of the URL before there was one.
    if (isPainted) document.querySelector(`main > section[id="${CSS.escape(hash)}"]`)?.scrollIntoView();
  }, [isPainted]);
  useEffect(() => { document.title = `${report.run.service} – Rowcall`; }, [report.run.service]);
  return (
    <Appearance.Provider value={appearance}>
      <a class="skip" href="#findings">Skip to the findings</a>
      <header class="top">
        <div class="who">
          <h1>{report.run.service || 'unnamed service'}</h1>
          <p class="quiet">
            {live ? <span class={'live-state ' + (live === 'live' ? 'on' : 'off')} role="status">{live === 'live' ? 'live' : `not answering: ${live}`}</span>
              : <>{time(report.run.start)}</>} · {duration(model.seconds * 1000)} · {report.run.instance}
          </p>
        </div>
        <nav aria-label="Sections">
          {difference && <a href="#comparison">Comparison</a>}
          <NavLink to="findings" n={model.findings.length}>Findings</NavLink>
          <NavLink to="endpoints" n={model.endpoints.length}>Endpoints</NavLink>
          <NavLink to="statements" n={model.statements.length}>Statements</NavLink>
          <a href="#latency">Latency</a>
          <a href="#caches">Caches</a>
          <a href="#pools">Pools</a>
          <a href="#slow-queries">Slow</a>
          <a href="#unattributed">Unattributed</a>
        </nav>
        <ThemeSwitch onChange={() => setAppearance(n => n + 1)}/>
      </header>
      <main>
        <Losses model={model} isLive={live !== undefined}/>
        {live && <LastMinute model={model} recent={recent}/>}
        {live ? <h2>Since start</h2> : <h2 class="visually-hidden">Overview</h2>}
        <Numbers model={model} base={baseStrip}/>
        {series && series.requests.length > 1 && <Activity series={series}/>}
        {difference && <Comparison difference={difference}/>}
        <Findings model={model} hash={hash}/>
        {isPainted && (
          <>
            <Endpoints model={model} base={baseEndpoints} hash={hash}/>
            <Statements model={model} hash={hash}/>
            <LatencySection model={model} base={baseLatency}/>
            <Resources model={model}/>
            <Slow model={model}/>
            <Unattributed model={model}/>
          </>
        )}
      </main>
      <footer class="bottom quiet">
        Rowcall {report.agent?.version} · {report.run.jvm} · {time(report.run.start)} to {time(report.run.end)}
      </footer>
    </Appearance.Provider>
  );
}

function NavLink({to, n, children}: {to: string; n: number; children: ComponentChildren}) {
  return <a href={'#' + to}>{children} <span class="quiet">{count(n)}</span></a>;
}

async function start() {
  applyStoredTheme();
  const root = document.getElementById('rowcall')!;
  const url = liveUrl();
  const data = await embedded();
  root.textContent = '';
  if (url) render(<LivePage url={url}/>, root);
  else if (data.report) render(<Page report={data.report} base={data.base} difference={data.difference}/>, root);
  else root.textContent = 'This page contains no report.';
}

start().catch(failure => {
  document.getElementById('rowcall')!.textContent = `This report cannot be shown: ${failure}`;
});
