import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {compact, duration, millis, percent, plural} from '../../main/web/format';
import {place, shortSql, suppression} from '../../main/web/text';
import {golden} from './golden';

test('leaves out a long select list, and nothing else', () => {
  assert.equal(shortSql('SELECT id, contact_id, kind, created_at FROM activity WHERE contact_id = ?'),
    'SELECT … FROM activity WHERE contact_id = ?');
  assert.equal(shortSql('SELECT id FROM activity'), 'SELECT id FROM activity');
  assert.equal(shortSql('SELECT COUNT(*), MAX(created_at), MIN(created_at) FROM a'),
    'SELECT COUNT(*), MAX(created_at), MIN(created_at) FROM a');
  assert.equal(shortSql('DELETE FROM activity'), 'DELETE FROM activity');
});

test('writes a suppression as the budget file has it', () => {
  const finding = {...golden().findings![0]!, sentence: 'a "quoted" \\ line\u2028with\u0007 marks', endpoint: 'GET /loop/{id}'};
  assert.equal(suppression(finding, new Date('2026-01-01T12:00:00Z')), [
    '  - finding: "7d1e3db21807f372"',
    '    endpoint: "GET /loop/{id}"',
    '    reason: "a \\"quoted\\" \\\\ line\\u2028with\\u0007 marks"',
    '    owner: "nobody yet"',
    '    until: 2026-04-01',
    '',
  ].join('\n'));
});

test('names the line, or the method if there is none', () => {
  assert.equal(place({class: 'a.Shop', method: 'list', file: 'Shop.java', line: 42}), 'Shop.java:42');
  assert.equal(place({class: 'a.Shop', method: 'list'}), 'a.Shop.list');
});

test('writes numbers as people read them', () => {
  assert.deepEqual([compact(9999), compact(12_345), compact(4_560_000)], ['9,999', '12.3K', '4.56M']);
  assert.deepEqual([millis(0), millis(0.0123), millis(1.234), millis(12.34), millis(1234)], ['0', '0.012', '1.23', '12.3', '1,234']);
  assert.deepEqual([millis(0.0996), millis(9.996), millis(99.96)], ['0.10', '10.0', '100']);
  assert.deepEqual(
    [duration(20), duration(999), duration(1_273), duration(12_345), duration(600_000)],
    ['20.0 ms', '999 ms', '1.27 s', '12.3 s', '10.0 min']);
  assert.deepEqual([percent(0), percent(0.0001), percent(0.054), percent(0.99999), percent(1), percent(undefined)],
    ['0 %', '<0.1 %', '5.4 %', '>99.9 %', '100 %', '–']);
  assert.deepEqual([plural(1, 'query'), plural(1240, 'request'), plural(2, 'query')], ['1 query', '1,240 requests', '2 queries']);
});

test('never turns text into HTML', () => {
  for (const name of readdirSync('src/main/web').filter(each => /\.tsx?$/.test(each))) {
    const source = readFileSync(`src/main/web/${name}`, 'utf8');
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, name);
  }
});
