// Chromium for the tests, and what several of them need.
import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {TARGET} from './reports.mjs';

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const SCREENSHOTS = join(TARGET, 'screenshots');

/** Starts the browser of this machine. A machine without one fails: a skipped test would show nothing. */
export async function launch() {
  const executablePath = CANDIDATES.find(each => each && existsSync(each));
  assert.ok(executablePath, 'no Chromium found: install one (apt-get install chromium), or set CHROMIUM to its path');
  mkdirSync(SCREENSHOTS, {recursive: true});
  return chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']});
}

export function url(name, fragment = '') {
  return pathToFileURL(join(TARGET, name)).href + fragment;
}

/** Opens a page in a context of its own. Any error of the page, and any request but for itself, fails the test. */
export async function open(browser, address, {width = 1440, height = 900, dark = false, touch = false} = {}) {
  const context = await browser.newContext({
    viewport: {width, height}, colorScheme: dark ? 'dark' : 'light', hasTouch: touch, isMobile: touch, deviceScaleFactor: 1,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.problems = [];
  page.on('pageerror', error => page.problems.push(String(error)));
  page.on('console', message => message.type() === 'error' && page.problems.push(message.text()));
  page.on('dialog', dialog => page.problems.push(dialog.message()));
  page.on('request', request => {
    if (new URL(request.url()).origin !== new URL(address).origin) page.problems.push(request.url());
  });
  await page.goto(address);
  await page.locator('#unattributed').waitFor();
  return page;
}

export async function close(page) {
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

export async function screenshot(page, name, fullPage = true) {
  if (fullPage) await showEverything(page);
  await page.screenshot({path: join(SCREENSHOTS, name + '.png')});
}

/** A browser skips table rows outside of its window; a window of the height of the page has none. */
async function showEverything(page) {
  const {width} = page.viewportSize();
  for (let i = 0; i < 2; i++) {
    await page.setViewportSize({width, height: Math.min(16_000, await page.evaluate(() => document.documentElement.scrollHeight))});
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}

/** Fails with every violation that axe-core finds, with the element. */
export async function assertAccessible(page) {
  const size = page.viewportSize();
  await showEverything(page);
  await page.evaluate(AXE);
  const {violations, passes} = await page.evaluate(() => axe.run(document, {resultTypes: ['violations', 'passes']}));
  await page.setViewportSize(size);
  assert.ok(passes.length > 10, 'axe-core has checked nothing');
  assert.deepEqual(violations.map(each => [each.id, each.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary)]), []);
}
