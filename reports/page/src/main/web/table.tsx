import {Component, Fragment, type ComponentChildren} from 'preact';
import {useEffect, useId, useMemo, useRef, useState} from 'preact/hooks';
import {count} from './format';

export interface Column<Row> {
  label: string;
  /** What it is sorted by; undefined sorts last. */
  value: (row: Row) => number | string | undefined;
  cell?: (row: Row) => ComponentChildren;
  /** Explains the label. */
  title?: string;
  /** Text is left-aligned and sorted in ascending order first. */
  text?: boolean;
  /** In pixels; text columns share what is left. */
  width?: number;
  /** Drawings need no sort button. */
  unsortable?: boolean;
}

interface Props<Row> {
  name: string;
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** What the filter searches, in lower case; undefined for no filter. */
  search?: (row: Row) => string;
  sortBy?: number;
  pageSize?: number;
  detail?: (row: Row) => ComponentChildren;
  /** A row to expand and scroll to, whenever it changes. */
  target?: string;
  empty: ComponentChildren;
}

const NUMBER_WIDTH = 82;
const MIN_TEXT_WIDTH = 180;

/**
 * A table that sorts by any column, filters, and expands rows in place. The first column names the row.
 *
 * Each row is a grid of its own with the same columns, so that a browser skips the layout of rows outside of the window.
 * The roles say what the elements are, because a grid is no table to it.
 */
export function DataTable<Row>(props: Props<Row>) {
  const {name, rows, columns, rowKey, search, detail, target, pageSize = 50} = props;
  const id = useId();
  const [sort, setSort] = useState({column: props.sortBy ?? 0, down: !columns[props.sortBy ?? 0]!.text});
  const [filter, setFilter] = useState('');
  const [limit, setLimit] = useState(pageSize);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const body = useRef<HTMLTableSectionElement>(null);

  const sorted = useMemo(() => order(rows, columns[sort.column]!, sort.down), [rows, sort.column, sort.down]);
  const words = filter.toLowerCase().split(/\s+/).filter(word => word);
  const matching =
    search && words.length > 0
      ? sorted.filter(row => { const text = search(row); return words.every(word => text.includes(word)); })
      : sorted;
  const shown = matching.slice(0, limit);

  const targetIndex = target === undefined ? -1 : sorted.findIndex(row => rowKey(row) === target);
  useEffect(() => {
    if (target === undefined || targetIndex < 0) return;
    setFilter('');
    setLimit(previous => Math.max(previous, targetIndex + 1));
    setOpen(previous => new Set(previous).add(target));
    setTimeout(() => {
      const row = [...body.current!.rows].find(each => each.dataset.key === target);
      row?.scrollIntoView({block: 'center'});
      row?.querySelector('button')?.focus({preventScroll: true});
    });
  }, [target]);

  // Stable, so that rows that stay the same are not rendered again.
  const toggle = useRef((key: string) =>
    setOpen(previous => {
      const next = new Set(previous);
      if (!next.delete(key)) next.add(key);
      return next;
    })).current;

  const widths = columns.map(column => column.width ?? (column.text ? MIN_TEXT_WIDTH : NUMBER_WIDTH));
  const layout = {
    '--columns': columns.map((column, i) => (column.text && !column.width ? `minmax(${widths[i]}px, 1fr)` : `${widths[i]}px`)).join(' '),
    '--print-columns': widths.map((width, i) => `minmax(0, ${columns[i]!.text && !columns[i]!.width ? 3 * width : width}fr)`).join(' '),
  };
  if (rows.length === 0) return <p class="empty">{props.empty}</p>;
  return (
    <>
      {search && (
        <div class="tools">
          <input type="search" placeholder={`Filter ${count(rows.length)} ${name}`} aria-label={`Filter ${name}`}
            value={filter} onInput={event => setFilter(event.currentTarget.value)}/>
          <span class="quiet" role="status">
            {words.length > 0 && `${count(matching.length)} of ${count(rows.length)}`}
          </span>
        </div>
      )}
      <div class="scroll" role="region" aria-label={name} tabIndex={0}>
        <table role="table" class="grid" style={layout}>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column, index) => (
                <th key={column.label} role="columnheader" scope="col" class={column.text ? 'text' : ''} title={column.title}
                  aria-sort={sort.column === index ? (sort.down ? 'descending' : 'ascending') : undefined}>
                  {column.unsortable ? column.label : (
                    <button type="button" onClick={() => setSort(
                      {column: index, down: sort.column === index ? !sort.down : !column.text})}>
                      {column.label}
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" ref={body}>
            {shown.map((row, index) => {
              const key = rowKey(row);
              const isOpen = open.has(key);
              return (
                <Fragment key={key}>
                  <TableRow row={row} rowKey={key} columns={columns as Column<unknown>[]} isOpen={isOpen}
                    detailId={detail && `${id}-${index}`} toggle={toggle}/>
                  {isOpen && detail && (
                    <tr role="row" class="detail" id={`${id}-${index}`}><td role="cell" aria-colspan={columns.length}>{detail(row)}</td></tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      {matching.length === 0 && <p class="empty">No {name} match “{filter}”.</p>}
      {matching.length > shown.length && (
        <p class="more">
          <span class="quiet">{count(shown.length)} of {count(matching.length)} </span>
          <button type="button" onClick={() => setLimit(limit + 100)}>Show 100 more</button>{' '}
          <button type="button" onClick={() => setLimit(Infinity)}>Show all</button>
        </p>
      )}
    </>
  );
}

interface RowProps {
  row: unknown;
  rowKey: string;
  columns: Column<unknown>[];
  isOpen: boolean;
  detailId?: string;
  toggle: (key: string) => void;
}

/** A row, rendered again only if it has changed: sorting then only moves it. */
class TableRow extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps) {
    const {row, isOpen, columns} = this.props;
    return row !== next.row || isOpen !== next.isOpen || columns !== next.columns || (isOpen && next.detailId !== this.props.detailId);
  }

  override render() {
    const {row, rowKey, columns, isOpen, detailId, toggle} = this.props;
    const content = (column: Column<unknown>) => (column.cell ? column.cell(row) : column.value(row));
    return (
      <tr role="row" data-key={rowKey} class={isOpen ? 'open' : ''}>
        <th role="rowheader" scope="row" class="text">
          {detailId === undefined ? content(columns[0]!) : (
            <button type="button" class="expand" aria-expanded={isOpen} aria-controls={isOpen ? detailId : undefined}
              onClick={() => toggle(rowKey)}>
              {content(columns[0]!)}
            </button>
          )}
        </th>
        {columns.slice(1).map(column => (
          <td key={column.label} role="cell" class={column.text ? 'text' : ''}>{content(column)}</td>
        ))}
      </tr>
    );
  }
}

function order<Row>(rows: Row[], column: Column<Row>, down: boolean): Row[] {
  const sign = down ? -1 : 1;
  const keyed = rows.map(row => ({row, value: column.value(row)}));
  keyed.sort((a, b) => {
    if (a.value === undefined || b.value === undefined) return Number(a.value === undefined) - Number(b.value === undefined);
    return a.value === b.value ? 0 : (a.value < b.value ? -1 : 1) * sign;
  });
  return keyed.map(each => each.row);
}
