// The page of a service, served over HTTP, while its report changes.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {assertAccessible, close, launch, open, screenshot} from './chromium.mjs';
import {drive, freePort, report, TARGET, withApp} from './reports.mjs';

const PAGE = readFileSync('../page/src/main/resources/io/rowcall/page/page.html', 'utf8')
  .replace('<!--rowcall-data-->', '<meta name="rowcall-live" content="report.json">');

let browser;
let server;
let current;
let isUp = true;
const queries = [];

before(async () => {
  browser = await launch();
  server = createServer((request, response) => {
    const {pathname, search} = new URL(request.url, 'http://localhost');
    if (pathname === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(PAGE);
    } else if (pathname === '/report.json' && isUp) {
      queries.push(search);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(current));
    } else {
      response.statusCode = isUp ? 404 : 503;
      response.end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

/** More requests, some of them failed, and one of them slow. */
function advance(seconds, requests) {
  const end = new Date(Date.parse(current.run.end) + seconds * 1000).toISOString();
  current.run.end = end;
  current.totals.requests += requests;
  current.totals.errors += requests / 4;
  current.endpoints[0].latencyMillis.total += 10 * requests;
  current.slowRequests.push({
    timestamp: end, requestId: 'r-' + end, endpoint: 'GET /baseline/api/my-500', durationMillis: 2345, status: 200, executions: 505,
    databaseMillis: 2000,
  });
}

test('refreshes itself, and keeps the filter, the expanded row and the scroll position', async () => {
  current = report(join(TARGET, 'before', 'rowcall-reports'));
  const page = await open(browser, `http://127.0.0.1:${server.address().port}/?token=secret`);
  assert.equal(queries[0], '?token=secret');
  await page.getByRole('searchbox', {name: 'Filter endpoints'}).fill('my-500');
  await page.locator('#endpoints').getByRole('button', {name: 'GET /baseline/api/my-500', exact: true}).click();
  const scrolled = await page.evaluate(() => { scrollTo(0, 600); return scrollY; });

  advance(10, 200);
  await page.waitForFunction(() => document.querySelector('.strip.live .value').textContent === '20');
  const live = await page.locator('.strip.live').innerText();
  assert.match(live, /Requests per second\n20\n/);
  assert.match(live, /Average\n10\.0 ms/);
  assert.match(live, /Error rate\n25 %/);
  assert.match(await page.locator('main > section .alert').innerText(), /Slow: GET \/baseline\/api\/my-500 ×1, up to 2\.35 s/);
  assert.equal(await page.evaluate(() => scrollY) > 0, scrolled > 0);
  assert.equal(await page.getByRole('searchbox', {name: 'Filter endpoints'}).inputValue(), 'my-500');
  assert.equal(await page.locator('#endpoints .detail').count(), 1);
  await assertAccessible(page);
  await page.evaluate(() => scrollTo(0, 0));
  await screenshot(page, 'live', false);
  await close(page);
});

test('says that the service does not answer, shows its last report, and recovers', async () => {
  current = report(join(TARGET, 'before', 'rowcall-reports'));
  isUp = true;
  const page = await open(browser, `http://127.0.0.1:${server.address().port}/`, {width: 390, height: 844, touch: true});
  await screenshot(page, 'live-phone', false);
  isUp = false;
  await page.getByText('not answering: the service answers 503').waitFor();
  assert.ok(await page.locator('#endpoints .grid').count() > 0);
  isUp = true;
  await page.locator('.live-state.on').waitFor();
  page.problems = page.problems.filter(each => !each.includes('503'));
  await close(page);
});

test('shows the agent\'s own live view while the service is under load', async () => {
  const port = await freePort();
  await withApp('live', [`-Drowcall.live.port=${port}`], async base => {
    let isOver = false;
    const load = (async () => { while (!isOver) await drive(base, 1); })();
    try {
      const page = await open(browser, `http://localhost:${port}/`);
      const requests = async () => Number((await page.locator('.strip:not(.live) .value').first().innerText()).replaceAll(/\D/g, ''));
      const first = await requests();
      await page.waitForFunction(() => Number(document.querySelector('.strip.live .value').textContent) > 0);
      await page.waitForFunction(first => Number(document.querySelector('.strip:not(.live) .value').textContent.replaceAll(/\D/g, '')) > first, first);
      assert.ok(await requests() > first);
      assert.ok(await page.locator('#findings .card').count() > 0);
      await page.locator('#endpoints .expand').first().click();
      await assertAccessible(page);
      await page.evaluate(() => scrollTo(0, 0));
      await screenshot(page, 'live-load', false);
      await close(page);
    } finally {
      isOver = true;
      await load;
    }
  });
});
