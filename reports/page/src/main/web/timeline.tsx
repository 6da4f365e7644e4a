import {count, duration, millis, plural} from './format';
import type {Finding, TimelineEntry} from './report';
import {shortSql} from './text';

type Role = 'parent' | 'repeat' | 'other';

/** The executions of one request with the finding, on a line of its duration. One lane for each role. */
export function Timeline({finding, sqlOf}: {finding: Finding; sqlOf: (id: string) => string}) {
  const example = finding.example;
  if (!example || example.timeline.length === 0) return null;
  const repeats = new Set([finding.statement, ...(finding.others ?? [])].map(each => each?.id));
  const parent = finding.parent?.statement.id;
  const role = (entry: TimelineEntry): Role =>
    entry.statement === parent ? 'parent' : repeats.has(entry.statement) ? 'repeat' : 'other';
  const lanes: [Role, TimelineEntry[]][] = (['parent', 'repeat', 'other'] as const)
    .map(name => [name, example.timeline.filter(each => role(each) === name)] as [Role, TimelineEntry[]])
    .filter(([, entries]) => entries.length > 0);
  const total = Math.max(example.durationMs, ...example.timeline.map(each => each.startMs + each.durationMs), 0.001);
  const label = (name: Role, n: number) =>
    n === 1 ? (name === 'repeat' ? 'this query' : name) : `${name === 'repeat' ? 'repeats' : name} ×${n}`;
  const busy = (entries: TimelineEntry[]) => entries.reduce((sum, each) => sum + each.durationMs, 0);
  return (
    <figure class="timeline">
      <figcaption>
        An example request: {duration(example.durationMs)}, {plural(example.executions, 'query')}
        {example.executions > example.timeline.length && `, the first ${count(example.timeline.length)} shown`}
      </figcaption>
      <div role="img" aria-label={lanes.map(([name, entries]) =>
        `${label(name, entries.length)}: ${duration(busy(entries))} in total, from ${millis(entries[0]!.startMs)} ms on`).join('; ')}>
        {lanes.map(([name, entries]) => (
          <div class="lane" key={name}>
            <span class="lane-label">{label(name, entries.length)}</span>
            <span class="track">
              {entries.map((each, i) => (
                <i key={i} class={name} title={`${millis(each.startMs)} ms + ${millis(each.durationMs)} ms  ${shortSql(sqlOf(each.statement))}`}
                  style={{left: `${(each.startMs / total) * 100}%`, width: `max(2px, ${(each.durationMs / total) * 100}%)`}}/>
              ))}
            </span>
          </div>
        ))}
        <div class="lane axis">
          <span class="lane-label"/>
          <span class="track">{[0, 0.25, 0.5, 0.75, 1].map(at => <b key={at} style={{left: `${at * 100}%`}}>{millis(total * at)}{at === 1 && ' ms'}</b>)}</span>
        </div>
      </div>
    </figure>
  );
}
