import {Distribution} from './charts';
import {count, millis} from './format';
import type {Histogram} from './histogram';
import type {Model} from './model';
import {Section} from './parts';

const ROWS = [50, 75, 90, 95, 99, 99.9, 100];

/** The latency of all requests by percentile. */
export function LatencySection({model, base}: {model: Model; base?: Histogram}) {
  const {histogram} = model.totals;
  const values = histogram.percentiles(ROWS);
  const baseValues = base?.percentiles(ROWS);
  return (
    <Section id="latency" title="Latency" note={`${count(histogram.total)} requests, by percentile${base ? '; dashed: base' : ''}`}>
      {histogram.total === 0 ? <p class="empty">No requests yet.</p> : (
        <div class="columns panel">
          <Distribution histogram={histogram} base={base} name="all requests"/>
          <table class="inner percentiles">
            <thead><tr><th scope="col" class="text">Percentile</th><th scope="col">ms</th>{base && <th scope="col">base ms</th>}</tr></thead>
            <tbody>{ROWS.map((percent, i) => (
              <tr key={percent}>
                <th scope="row" class="text">{percent === 100 ? 'max' : percent + ' %'}</th>
                <td>{millis(values[i]! / 1000)}</td>{baseValues && <td>{millis(baseValues[i]! / 1000)}</td>}
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
