import {unzlibSync} from 'fflate';

const COMPRESSED = 0x1c849304;
const PLAIN = 0x1c849303;
const HEADER_BYTES = 40;
const HALF_BUCKETS = 128;
const MAX_BUCKETS = 36 * HALF_BUCKETS;
const MAX_COUNT_BYTES = 9;

/** Reused, because the percentiles at the top of the page need a thousand histograms. */
const plainBuffer = new Uint8Array(HEADER_BYTES + MAX_BUCKETS * MAX_COUNT_BYTES);

/**
 * Counts by bucket of an HdrHistogram with two significant digits and unit 1. Values are microseconds or executions.
 * Decodes the compressed encoding (V2), adds and subtracts without loss, and reads percentiles as HdrHistogram does.
 */
export class Histogram {
  private readonly counts = new Float64Array(MAX_BUCKETS);
  total = 0;

  /** Adds an encoded histogram; an empty text has no values. A damaged one throws. */
  addEncoded(base64: string): this {
    if (base64) decode(fromBase64(base64), (bucket, count) => this.addCount(bucket, count));
    return this;
  }

  /** The values of this histogram without those of an earlier state of it. */
  since(earlier: Histogram): Histogram {
    const rest = new Histogram();
    for (let bucket = 0; bucket < MAX_BUCKETS; bucket++) {
      rest.addCount(bucket, Math.max(0, this.counts[bucket]! - earlier.counts[bucket]!));
    }
    return rest;
  }

  /** The largest value that is as small as this share of all values; 0 without values. */
  percentile(percent: number): number {
    return this.percentiles([percent])[0]!;
  }

  /** As `percentile`, for ascending percents in one pass. */
  percentiles(percents: number[]): number[] {
    const values: number[] = [];
    let sum = 0;
    let bucket = -1;
    for (const percent of percents) {
      const rank = Math.max(1, Math.ceil((Math.min(percent, 100) / 100) * this.total - 1e-9));
      while (sum < rank && bucket < MAX_BUCKETS - 1) sum += this.counts[++bucket]!;
      values.push(sum < rank ? 0 : highest(bucket));
    }
    return values;
  }

  private addCount(bucket: number, count: number) {
    this.counts[bucket]! += count;
    this.total += count;
  }
}

function decode(bytes: Uint8Array, onCount: (bucket: number, count: number) => void) {
  const head = new DataView(bytes.buffer);
  if (bytes.length < 8 || (head.getInt32(0) & ~0xf0) !== COMPRESSED) throw new Error('not a histogram');
  const plain = unzlibSync(bytes.subarray(8, 8 + head.getInt32(4)), {out: plainBuffer});
  const view = new DataView(plain.buffer, plain.byteOffset, plain.length);
  if (plain.length < HEADER_BYTES || (view.getInt32(0) & ~0xf0) !== PLAIN || view.getInt32(12) !== 2) throw new Error('another histogram');
  const end = Math.min(plain.length, HEADER_BYTES + view.getInt32(4));
  let position = HEADER_BYTES;
  let bucket = 0;
  while (position < end && bucket < MAX_BUCKETS) {
    // ZigZag LEB128. Counts beyond 2^53 lose their last digits, which no screen shows.
    let value = 0;
    let scale = 1;
    let byte: number;
    do {
      byte = plain[position++]!;
      value += (byte & 0x7f) * scale;
      scale *= 128;
    } while (byte & 0x80 && position < end);
    if (value % 2 === 1) {
      bucket += (value + 1) / 2;
    } else {
      if (value > 0) onCount(bucket, value / 2);
      bucket++;
    }
  }
}

export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Largest value of a bucket. */
function highest(bucket: number): number {
  const exponent = Math.max(0, Math.floor(bucket / HALF_BUCKETS) - 1);
  const lowest = exponent === 0 ? bucket : ((bucket % HALF_BUCKETS) + HALF_BUCKETS) * 2 ** exponent;
  return lowest + 2 ** exponent - 1;
}
