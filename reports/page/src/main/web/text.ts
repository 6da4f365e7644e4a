import type {Finding, Frame} from './report';

/** Control, format and unpaired surrogate characters: an endpoint must not reorder or hide the text next to it. Lines stay. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Text of a report, with spaces for invisible characters. */
export function visible(text: unknown): string {
  return typeof text === 'string' ? text.replace(INVISIBLE, ' ') : '';
}

/** Cleans every string of a JSON value in place, names included. */
export function clean<T>(value: T): T {
  if (typeof value === 'string') return visible(value) as T;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = clean(value[i]);
  } else if (value !== null && typeof value === 'object') {
    const fields = value as Record<string, unknown>;
    for (const name of Object.keys(fields)) {
      const field = fields[name];
      // Almost all fields are numbers, and almost all texts are clean.
      if (typeof field === 'object' || typeof field === 'string') fields[name] = clean(field);
    }
  }
  return value;
}

/** SQL with its select list left out, if that is long: SELECT … FROM contact WHERE id = ?. */
export function shortSql(sql: string): string {
  const select = /^\s*select\s+(.{24,}?)\s+from\s/i.exec(sql);
  if (!select || /[()]/.test(select[1]!)) return sql;
  return 'SELECT … ' + sql.slice(select[0].length - 'from '.length).trimStart();
}

/** ContactService.java:42, or class and method if the class file has no source information. */
export function place(frame: Frame): string {
  if (!frame.file) return `${frame.class}.${frame.method}`;
  return frame.line ? `${frame.file}:${frame.line}` : frame.file;
}

export function frameText(frame: Frame): string {
  return frame.file ? `${frame.class}.${frame.method} (${place(frame)})` : place(frame);
}

/** The entry that accepts a finding for 90 days, to paste below `debt:` in the budget file. */
export function suppression(finding: Finding, today: Date): string {
  const until = new Date(today.getTime() + 90 * 86_400_000).toISOString().slice(0, 10);
  return [
    `  - finding: ${quoted(finding.id)}`,
    `    endpoint: ${quoted(finding.endpoint)}`,
    `    reason: ${quoted(finding.sentence)}`,
    `    owner: "nobody yet"`,
    `    until: ${until}`,
    '',
  ].join('\n');
}

/** In double quotes, where YAML and JSON have the same escapes. */
function quoted(text: string): string {
  const escaped = JSON.stringify(text);
  return escaped.replace(/[\p{Cc}\p{Cf}\p{Cs}\u00a0\u2028\u2029\ufffe\uffff]/gu, c =>
    [...Array(c.length).keys()].map(i => '\\u' + c.charCodeAt(i).toString(16).padStart(4, '0')).join(''));
}
