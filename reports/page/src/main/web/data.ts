import {gunzipSync} from 'fflate';
import {fromBase64} from './histogram';
import type {Difference, Report} from './report';

/** What is embedded in this page; see `Page.java`. */
export async function embedded(): Promise<{report?: Report; base?: Report; difference?: Difference}> {
  return {report: await read('report'), base: await read('base'), difference: await read('difference')};
}

async function read<T>(name: string): Promise<T | undefined> {
  const block = document.getElementById('rowcall-' + name)?.textContent;
  if (!block) return undefined;
  const bytes = fromBase64(block.trim());
  if (typeof DecompressionStream === 'undefined') return JSON.parse(new TextDecoder().decode(gunzipSync(bytes)));
  // The browser's own takes a third of the time for 12 MB.
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
}

/** The URL to poll; undefined if the page is not live. */
export function liveUrl(): string | undefined {
  const url = document.querySelector<HTMLMetaElement>('meta[name="rowcall-live"]')?.content;
  return url && new URL(url + location.search, location.href).href;
}

/** Polls until the page is closed: the next request starts `everyMillis` after the last response. */
export function poll(url: string, everyMillis: number, onReport: (report: Report) => void, onError: (text: string) => void) {
  const next = async () => {
    try {
      const response = await fetch(url, {cache: 'no-store'});
      if (!response.ok) throw new Error(`the service answers ${response.status}`);
      onReport(await response.json());
    } catch (failure) {
      onError(failure instanceof Error ? failure.message : String(failure));
    }
    setTimeout(next, everyMillis);
  };
  void next();
}
