import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Window} from '../../main/web/live';
import {outsideMillis, project} from '../../main/web/model';
import type {Endpoint, Report} from '../../main/web/report';
import {golden} from './golden';

test('takes the figures of all requests from the histograms of all endpoints', () => {
  const report = golden();
  const {totals} = project(report);
  assert.equal(totals.requests, 14);
  assert.equal(totals.perSecond, 1.4);
  assert.equal(totals.histogram.total, report.endpoints!.reduce((sum, each) => sum + each.requests, 0));
  assert.equal(totals.queries.max, Math.max(...report.endpoints!.map(each => each.executions.max)));
  assert.equal(totals.errorShare, 2 / 14);
  assert.equal(totals.findings, 2);
});

test('lists the endpoints of a statement, and what none of them has executed', () => {
  const report = golden();
  const [loop, inserts] = report.endpoints as [Endpoint, Endpoint];
  const share = {id: 'a1', perRequestMax: 5, millis: 1, rows: 0};
  loop.statements = [{...share, executions: 10}];
  inserts.statements = [{...share, executions: 30, perRequestMax: 7}];
  report.statements = [{...report.statements![0]!, id: 'a1', executions: 45, millis: 90}];
  const model = project(report);
  const statement = model.statementById.get('a1')!;
  assert.deepEqual(statement.endpoints.map(each => [each.name, each.executions]), [[inserts.name, 30], [loop.name, 10]]);
  assert.equal(statement.perRequestMax, 7);
  assert.equal(statement.outside, 5);
  assert.deepEqual(model.unattributed, [statement]);
  assert.equal(outsideMillis(statement), 10);
});

test('gives findings with the same id different anchors', () => {
  const report = golden();
  report.findings = [report.findings![0]!, report.findings![0]!];
  assert.deepEqual(project(report).findings.map(each => each.anchor), [
    'finding-7d1e3db21807f372', 'finding-7d1e3db21807f372-2']);
});

test('shows a report of which everything optional is missing', () => {
  const bare = {run: {service: '', start: '', end: ''}, totals: {requests: 0, executions: 0}} as Report;
  const model = project(bare);
  assert.equal(model.totals.requests, 0);
  assert.deepEqual([model.findings, model.endpoints, model.statements, model.losses], [[], [], [], []]);
});

test('makes invisible and reordering characters of a report visible as spaces', () => {
  const report = golden();
  report.endpoints![0]!.name = 'GET /a\u202e\u0000b\ud800';
  report.findings![0]!.evidence = ['one\ttwo', 'one\ntwo'];
  project(report);
  assert.equal(report.endpoints![0]!.name, 'GET /a  b ');
  assert.deepEqual(report.findings![0]!.evidence, ['one two', 'one\ntwo']);
});

test('names what the agent lost', () => {
  const report = golden();
  report.totals.droppedRequests = 3;
  report.totals.shedCallSites = 2;
  const model = project(report);
  assert.deepEqual(model.losses, [{count: 3, text: 'requests dropped'}]);
  assert.ok(model.notes.some(each => each.count === 2 && each.text.startsWith('call sites not captured')));
});

test('computes the last minute from the difference between two polls', () => {
  const window = new Window();
  const before = golden();
  assert.equal(window.add(project(before)), undefined);

  const after = golden();
  after.run.end = '2026-01-01T00:00:30.000Z';
  after.totals.requests += 40;
  after.totals.errors! += 10;
  after.endpoints![0]!.latencyMillis.total += 400;
  after.slowRequests = [{
    timestamp: '2026-01-01T00:00:20.000Z', requestId: '1', endpoint: 'GET /slow', durationMillis: 2000, status: 200, executions: 1,
    databaseMillis: 1,
  }];
  const recent = window.add(project(after))!;
  assert.equal(recent.seconds, 20);
  assert.equal(recent.perSecond, 2);
  assert.equal(recent.mean, 10);
  assert.equal(recent.errorShare, 0.25);
  assert.deepEqual(recent.slow, [{name: 'GET /slow', count: 1, slowest: 2000}]);

  const later = golden();
  later.run.end = '2026-01-01T00:02:00.000Z';
  later.totals.requests += 40;
  assert.equal(window.add(project(later))!.requests, 0, 'the first poll is more than a minute ago');
});

test('starts over after a restart of the service', () => {
  const window = new Window();
  window.add(project(golden()));
  const restarted = golden();
  restarted.totals.requests = 1;
  restarted.run.end = '2026-01-01T00:05:00.000Z';
  assert.equal(window.add(project(restarted)), undefined);
});
