// The page of one run, and of a comparison, from disk.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {assertAccessible, close, launch, open, screenshot, SCREENSHOTS, url} from './chromium.mjs';
import {CLI, JAVA, report, TARGET, until} from './reports.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const rows = (page, section) => page.locator(`#${section} .grid tbody tr:not(.detail)`);
const column = (page, section, index) => rows(page, section).evaluateAll(
  (all, i) => all.map(row => row.cells[i].textContent.replaceAll(',', '')), index);
const copied = page => page.evaluate(() => navigator.clipboard.readText());

test('shows the figures of the report', async () => {
  const page = await open(browser, url('run.html'));
  const {totals, findings, endpoints} = report(join(TARGET, 'before', 'rowcall-reports'));
  const strip = await page.locator('.strip').innerText();
  assert.match(strip, new RegExp(`Requests\\n${totals.requests}\\n`));
  assert.match(strip, new RegExp(`Findings\\n${findings.length}\\n`));
  assert.equal(await rows(page, 'endpoints').count(), endpoints.length);
  assert.equal(await page.title(), 'sample-app – Rowcall');
  assert.ok(await page.locator('.timeline i.repeat').count() > 10, 'repeats on a timeline');
  assert.ok(await page.locator('.timeline i.parent').count() > 0, 'their parent');
  assert.ok(await page.locator('.spark').count() > 0, 'trends');
  const color = name => page.locator(`.timeline i.${name}`).first().evaluate(each => getComputedStyle(each).backgroundColor);
  assert.notEqual(await color('repeat'), await color('parent'));
  await screenshot(page, 'run-light');
  await close(page);
});

test('sorts the endpoints by any column, with the mouse and with the keyboard', async () => {
  const page = await open(browser, url('run.html'));
  const header = page.locator('#endpoints').getByRole('columnheader', {name: 'Requests'});
  await header.getByRole('button').click();
  assert.equal(await header.getAttribute('aria-sort'), 'descending');
  const down = (await column(page, 'endpoints', 1)).map(Number);
  assert.deepEqual(down, [...down].sort((a, b) => b - a));
  await header.getByRole('button').focus();
  await page.keyboard.press('Enter');
  assert.equal(await header.getAttribute('aria-sort'), 'ascending');
  assert.deepEqual((await column(page, 'endpoints', 1)).map(Number), [...down].reverse());
  await page.locator('#endpoints').getByRole('button', {name: 'Endpoint', exact: true}).click();
  const names = await column(page, 'endpoints', 0);
  assert.deepEqual(names, [...names].sort());
  await close(page);
});

test('filters the endpoints', async () => {
  const page = await open(browser, url('run.html'));
  const all = await rows(page, 'endpoints').count();
  await page.getByRole('searchbox', {name: 'Filter endpoints'}).fill('calendar EVENTS');
  assert.deepEqual(await column(page, 'endpoints', 0), ['GET /baseline/api/calendar/events']);
  assert.equal(await page.locator('#endpoints [role=status]').innerText(), `1 of ${all}`);
  await page.getByRole('searchbox', {name: 'Filter endpoints'}).fill('nothing like this');
  assert.match(await page.locator('#endpoints .empty').innerText(), /No endpoints match “nothing like this”/);
  await close(page);
});

test('expands an endpoint in place, with the keyboard', async () => {
  const page = await open(browser, url('run.html'));
  const button = page.locator('#endpoints').getByRole('button', {name: 'GET /baseline/api/my-500', exact: true});
  await button.focus();
  await page.keyboard.press('Enter');
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  const detail = page.locator('#' + await button.evaluate(each => CSS.escape(each.getAttribute('aria-controls'))));
  const text = await detail.innerText();
  assert.match(text, /Findings[\s\S]*n\+1-select[\s\S]*Statements[\s\S]*activities[\s\S]*Latency by percentile[\s\S]*Slowest request/);
  assert.equal(await detail.locator('canvas').count(), 2);
  await page.locator('#endpoints').evaluate(each => each.scrollIntoView());
  await screenshot(page, 'endpoint-expanded', false);
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#endpoints .detail').count(), 0);
  await close(page);
});

test('follows a permalink to a finding, also to one further down, and to the endpoint of a finding', async () => {
  const first = await open(browser, url('run.html'));
  const id = report(join(TARGET, 'before', 'rowcall-reports')).findings.at(-1).id;
  await close(first);
  const page = await open(browser, url('run.html', '#finding-' + id));
  const card = page.locator(`[id="finding-${id}"]`).first();
  await card.waitFor();
  await page.waitForFunction(id => document.activeElement?.id === `finding-${id}`, id);
  assert.ok(await card.evaluate(each => { const {top} = each.getBoundingClientRect(); return top >= 0 && top < innerHeight; }));
  await card.locator('header a').click();
  await page.locator('#endpoints .detail').waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('#endpoints .expand[aria-expanded=true]'));
  await page.locator('#endpoints .detail .links a').first().click();
  await page.waitForFunction(() => document.activeElement?.id.startsWith('finding-'));
  await close(page);
});

test('copies SQL, advice, link, and a suppression that the gate accepts', async () => {
  const page = await open(browser, url('run.html'));
  const folder = join(TARGET, 'before', 'rowcall-reports');
  const [finding] = report(folder).findings;
  const card = page.locator('.card').first();
  await card.getByRole('button', {name: 'Copy SQL'}).click();
  await card.getByRole('button', {name: 'Copied'}).waitFor();
  assert.equal(await copied(page), finding.statement.sql);
  await card.getByRole('button', {name: 'Copy advice'}).click();
  await until(async () => (await copied(page)) === finding.advice, 'the advice');
  await card.getByRole('button', {name: 'Copy link'}).click();
  await until(async () => (await copied(page)) === url('run.html', '#finding-' + finding.id), 'the link');
  await card.getByRole('button', {name: 'Copy suppression'}).click();
  await until(async () => (await copied(page)).startsWith('  - finding: '), 'the suppression');

  const gate = budget => {
    const file = join(TARGET, 'budget.yml');
    writeFileSync(file, budget);
    const result = spawnSync(JAVA, ['-jar', CLI, 'gate', '--budget', file, '--json', folder], {encoding: 'utf8'});
    assert.ok(result.status === 0 || result.status === 1, result.stderr);
    return result.stdout;
  };
  const isError = json => JSON.parse(json).breaches.some(each => each.level === 'error' && JSON.stringify(each).includes(finding.id));
  assert.ok(isError(gate('version: 1\n')));
  assert.ok(!isError(gate('version: 1\ndebt:\n' + await copied(page))));
  await close(page);
});

test('follows the theme of the system, until one is chosen', async () => {
  const page = await open(browser, url('run.html'), {dark: true});
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await background();
  await screenshot(page, 'run-dark', false);
  await page.emulateMedia({colorScheme: 'light'});
  const light = await background();
  assert.notEqual(light, dark);
  await page.getByRole('combobox', {name: 'Theme'}).selectOption('dark');
  await until(async () => (await background()) === dark, 'the dark theme');
  await page.reload();
  assert.equal(await background(), dark);
  await close(page);
});

test('prints to PDF, in light colors', async () => {
  const page = await open(browser, url('run.html'), {dark: true});
  const pdf = await page.pdf({path: join(SCREENSHOTS, 'run.pdf'), format: 'A4', printBackground: true});
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g).length;
  assert.ok(pages >= 3 && pages < 40, `${pages} pages`);
  await page.emulateMedia({media: 'print'});
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(255, 255, 255)');
  assert.equal(await page.locator('.copy:visible').count(), 0);
  await page.setViewportSize({width: 718, height: 1000});
  assert.ok(await page.evaluate(() => [...document.querySelectorAll('.grid')].every(each => each.scrollWidth <= each.parentElement.clientWidth)));
  await screenshot(page, 'print');
  await close(page);
});

test('compares two runs', async () => {
  const page = await open(browser, url('comparison.html'));
  const diff = JSON.parse(spawnSync(JAVA, ['-jar', CLI, 'diff', '--json', join(TARGET, 'before', 'rowcall-reports'),
    join(TARGET, 'after', 'rowcall-reports')], {encoding: 'utf8'}).stdout);
  const matrix = await page.locator('.matrix tbody tr').evaluateAll(all => all.map(row => [...row.cells].map(each => each.textContent)));
  for (const [name, list] of [['Endpoints', diff.endpoints], ['Findings', diff.findings], ['Statements', diff.statements]]) {
    const counts = ['worse', 'new', 'better', 'gone', 'same'].map(change => String(list.filter(each => each.change === change).length));
    assert.deepEqual(matrix.find(row => row[0] === name), [name, ...counts]);
  }
  assert.ok(diff.findings.some(each => each.change === 'gone'));
  await screenshot(page, 'comparison');
  await page.getByRole('searchbox', {name: 'Filter changed endpoints'}).fill('better');
  assert.ok(await page.locator('#comparison .tag.better').count() > 0);
  await assertAccessible(page);
  await close(page);
});

for (const [name, options] of [['light', {}], ['dark', {dark: true}], ['phone', {width: 390, height: 844, touch: true}]]) {
  test(`passes axe-core with rows expanded: ${name}`, async () => {
    const page = await open(browser, url('run.html'), options);
    for (const section of ['endpoints', 'statements']) await page.locator(`#${section} .expand`).first().click();
    await page.locator('.card details summary').first().click();
    await assertAccessible(page);
    await close(page);
  });
}

test('fits a phone', async () => {
  const page = await open(browser, url('run.html'), {width: 390, height: 844, touch: true});
  await page.locator('#endpoints .expand').first().click();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await page.locator('#endpoints').getByRole('columnheader', {name: 'p95'}).getByRole('button').click();
  // What was expanded, and what a row is, stay in the window while the table scrolls sideways.
  await page.locator('#endpoints .scroll').evaluate(table => { table.scrollLeft = 400; });
  for (const part of ['.detail .columns', 'thead th >> nth=0', 'tbody th >> nth=0']) {
    const box = await page.locator(`#endpoints ${part}`).first().boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390, `${part}: ${JSON.stringify(box)}`);
  }
  await page.getByRole('searchbox', {name: 'Filter statements'}).fill('meeting');
  assert.ok(await rows(page, 'statements').count() > 0);
  await page.evaluate(() => scrollTo(0, 0));
  await screenshot(page, 'phone');
  await close(page);
});

test('shows hostile text as text', async () => {
  const page = await open(browser, url('hostile.html'));
  await page.locator('#endpoints .expand').first().click();
  await page.locator('#statements .expand').first().click();
  for (const summary of await page.locator('.card summary').all()) await summary.click();
  assert.equal(await page.locator('img, main script, main b b').count(), 0);
  assert.match(await page.locator('h1').innerText(), /^<\/script><img src=x onerror="document.title=1"> <b>\$\{x\}<\/b>/);
  assert.ok(!(await page.locator('body').innerText()).includes('\u202e'));
  await assertAccessible(page);
  await close(page);
});

test('says what an empty report means, and what was lost', async () => {
  const page = await open(browser, url('empty.html'));
  assert.match(await page.locator('#findings .empty').innerText(), /No findings in 1,240 requests/);
  assert.match(await page.getByRole('alert').innerText(), /incomplete[\s\S]*requests dropped: 7/);
  await assertAccessible(page);
  await screenshot(page, 'empty');
  await close(page);
});

test('opens a report with 500 endpoints and 2,000 statements', async t => {
  const bytes = statSync(join(TARGET, 'full.html')).size;
  t.diagnostic(`file: ${(bytes / 1e6).toFixed(2)} MB`);
  assert.ok(bytes < 5_000_000, `${bytes} bytes`);

  const page = await open(browser, url('full.html'));
  const at = async name => (await page.evaluate(name => performance.getEntriesByName(name)[0]?.startTime ?? NaN, name)).toFixed(0);
  t.diagnostic(`first paint: ${await at('first-contentful-paint')} ms; numbers and findings: ${await at('rowcall-report')} ms`);
  const sort = label => page.evaluate(async label => {
    const button = [...document.querySelectorAll('#endpoints thead button')].find(each => each.textContent === label);
    const start = performance.now();
    button.click();
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  }, label);
  const median = async () => {
    const times = [];
    for (const label of ['p50', 'p95', 'p99', 'Max', 'Requests', 'p50', 'p99']) times.push(await sort(label));
    return times.sort((a, b) => a - b)[3].toFixed(0);
  };
  t.diagnostic(`sort: ${await median()} ms`);
  await page.locator('#endpoints').getByRole('button', {name: 'Show all'}).click();
  await rows(page, 'endpoints').nth(499).waitFor({state: 'attached'});
  assert.equal(await rows(page, 'endpoints').count(), 500);
  t.diagnostic(`sort with all 500 shown: ${await median()} ms`);
  const p99 = (await column(page, 'endpoints', 5)).map(Number);
  assert.deepEqual(p99, [...p99].sort((a, b) => b - a));
  await page.evaluate(() => scrollTo(0, 0));
  await screenshot(page, 'full', false);
  await close(page);
});

test('makes the picture of the README', async () => {
  const page = await open(browser, url('run.html'), {width: 1280, height: 800});
  await screenshot(page, 'readme', false);
  assert.ok(readFileSync(join(SCREENSHOTS, 'readme.png')).length < 200_000);
  await close(page);
});
