// Makes the reports that the tests show, from two runs of the sample app with the agent attached: one with the naive
// form of its endpoints, and one with the optimized form, under the same names. Then writes the pages.
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {setTimeout as sleep} from 'node:timers/promises';

export const TARGET = join(process.cwd(), 'target');
export const JAVA = join(process.env.JAVA_HOME ?? '', process.env.JAVA_HOME ? 'bin/java' : 'java');
export const CLI = '../cli/target/rowcall.jar';
const AGENT = '../../agent/agent/target/rowcall-agent.jar';
const APP = '../../sample-app/target/rowcall-sample-app.jar';

const ENDPOINTS = [
  'meetings/list', 'meetings', 'user/usage', 'user/bot-settings', 'user/calendar-status', 'user/subscription',
  'integrations/list', 'integrations/calendar', 'calendar/events', 'calendar/sync', 'rag/chat', 'rate-limit', 'my-500',
  'my-500/search?q=a', 'personalization/effectiveness', 'behavioral-insights/patterns/evolution',
  'behavioral-insights/recommendations',
];

/** Runs the sample app with the agent while `use` gets its address; returns the folder of its reports. */
export async function withApp(name, options, use) {
  const folder = join(TARGET, name);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const port = await freePort();
  const agent = `-javaagent:${join(process.cwd(), AGENT)}`;
  const settings = options.filter(each => each.startsWith('-D'));
  const app = spawn(
    JAVA,
    [agent, '-Drowcall.service=sample-app', ...settings, '-jar', join(process.cwd(), APP), '--data=small', `--port=${port}`, '--jdk-port=0',
      ...options.filter(each => !each.startsWith('-D'))],
    {cwd: folder, stdio: ['ignore', 'ignore', 'inherit']});
  const ended = new Promise(resolve => app.on('exit', resolve));
  try {
    const base = `http://localhost:${port}`;
    await until(() => fetch(base + '/baseline/api/rate-limit').then(() => true, () => false), 'the sample app');
    await use(base);
  } finally {
    app.kill();
    await ended;
  }
  return join(folder, 'rowcall-reports');
}

/** Calls every endpoint in its naive form, or in the optimized one at `/api`, this often and one after the other. */
export async function drive(base, rounds, form = '/baseline/api') {
  for (let round = 0; round < rounds; round++) {
    for (const endpoint of ENDPOINTS) {
      const response = await fetch(`${base}${form}/${endpoint}`, {
        headers: {'X-User-Id': 'user-kevy', 'X-Session-Key': 'session-of-user-kevy'},
      });
      await response.arrayBuffer();
    }
  }
}

/** Writes a page with `rowcall html`; returns its address. */
export function page(name, ...runs) {
  const file = join(TARGET, name);
  const written = spawnSync(JAVA, ['-jar', CLI, 'html', '--out', file, ...runs], {encoding: 'utf8'});
  if (written.status !== 0) throw new Error(written.stderr || String(written.error));
  return pathToFileURL(file).href;
}

/** The last report of a folder. */
export function report(folder) {
  const name = readdirSync(folder).filter(each => each.endsWith('.json')).sort().at(-1);
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

function rewrite(folder, change) {
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')));
}

export async function until(isTrue, what, seconds = 120) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(100)) {
    if (await isTrue()) return;
  }
  throw new Error(`waited ${seconds} s for ${what}`);
}

export async function freePort() {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

async function main() {
  for (const jar of [AGENT, APP, CLI]) {
    if (!existsSync(jar)) throw new Error(`${jar} is missing: run mvn -Pbrowser verify in the parent folder`);
  }
  const before = await withApp('before', [], base => drive(base, 12));
  const after = await withApp('after', [], base => drive(base, 12, '/api'));
  // As if the naive endpoints had been rewritten in place, which is what a comparison is for.
  rewrite(after, text => text.replaceAll(/"(GET|POST|PUT) \/api\//g, '"$1 /baseline/api/'));
  page('run.html', before);
  page('comparison.html', before, after);
  page('full.html', join(TARGET, 'full'));

  const hostile = report(before);
  const text = '</script><img src=x onerror="document.title=1">\u202e<b>${x}</b>';
  replaceTexts(hostile, text);
  writeFileSync(join(TARGET, 'hostile.json'), JSON.stringify(hostile));
  page('hostile.html', join(TARGET, 'hostile.json'));

  writeFileSync(join(TARGET, 'empty.json'), JSON.stringify({
    schema: 'rowcall-report/1', agent: {version: '0.1.0'},
    run: {service: 'quiet', instance: '1@host', start: '2026-01-01T00:00:00Z', end: '2026-01-01T00:01:00Z', jvm: 'OpenJDK 17',
      setupProblem: '3,539 executions, 0 requests: name the methods with request.methods'},
    totals: {requests: 1240, executions: 0, droppedRequests: 7},
  }));
  page('empty.html', join(TARGET, 'empty.json'));
}

/** Puts a text in front of every other one that people read. */
function replaceTexts(value, text) {
  for (const [name, field] of Object.entries(value)) {
    if (['sql', 'name', 'sentence', 'advice', 'saving', 'method', 'service', 'instance', 'jvm', 'endpoint'].includes(name)) value[name] = text + field;
    else if (name === 'evidence') value[name] = field.map(each => text + each);
    else if (field !== null && typeof field === 'object') replaceTexts(field, text);
  }
}

if (process.argv[1].endsWith('reports.mjs')) await main();
