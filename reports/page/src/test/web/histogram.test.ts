import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Histogram} from '../../main/web/histogram';
import {golden} from './golden';

test('reads the percentiles that the agent computed from the same histogram', () => {
  for (const endpoint of golden().endpoints!) {
    const latency = new Histogram().addEncoded(endpoint.latencyMillis.histogram);
    assert.equal(latency.total, endpoint.requests);
    const {p50, p90, p95, p99} = endpoint.latencyMillis;
    assert.deepEqual(latency.percentiles([50, 90, 95, 99]).map(us => us / 1000), [p50, p90, p95, p99]);
    const executions = new Histogram().addEncoded(endpoint.executions.histogram);
    assert.deepEqual(executions.percentiles([50, 95, 100]), [
      endpoint.executions.p50, endpoint.executions.p95, endpoint.executions.max]);
  }
});

/** 1, 4, 9 … 1,000,000, a hundred thousand times 77, and an hour: encoded by HdrHistogram's own encoder. */
const SQUARES = 'HISTFAAAANp4nIWPPQrCQBCF15ddRWIIEiRITCEiIhYWFhYWXs4b2HkavYy1N9BJstmd/QnON+99s6TR1e1eCJG8RTfQHjX1pbl+'
  + '+i8JJkiRo0CJCuXzMVPYYIcDjjjhjAtqrIktsScviJJYEhVRIyNyzVxTtKSYGtI2lqxNgzJMnIRMTRT97jiKOYxi7hFRkqhtD8dt'
  + 'boG/a8t5DIodwSMkPiK8BBfroRqIdwKSiC+Td3Sl2xM7gkc40htwob/0YcU2KKMo3iHHNLKLu9KKcA9nmdp0pbuXcfMXXiV+8dEY'
  + 'Kw==';

test('reads long runs, large counts and large values', () => {
  const squares = new Histogram().addEncoded(SQUARES);
  assert.equal(squares.total, 101_001);
  assert.deepEqual(squares.percentiles([0, 0.1, 50, 99, 99.5, 99.9, 99.99, 100]), [1, 77, 77, 77, 246783, 811007, 983039, 3607101439]);
});

test('adds histograms, and subtracts an earlier state', () => {
  const [first, second] = golden().endpoints!.map(each => each.latencyMillis.histogram) as [string, string];
  const both = new Histogram().addEncoded(first).addEncoded(second);
  const rest = both.since(new Histogram().addEncoded(first));
  const expected = new Histogram().addEncoded(second);
  assert.equal(rest.total, expected.total);
  for (const percent of [1, 50, 90, 100]) assert.equal(rest.percentile(percent), expected.percentile(percent));
});

test('has no values if empty, and rejects what is damaged', () => {
  assert.equal(new Histogram().addEncoded('').percentile(99), 0);
  assert.throws(() => new Histogram().addEncoded('AAAAAAAAAAAA'));
  assert.throws(() => new Histogram().addEncoded('<script>'));
});
