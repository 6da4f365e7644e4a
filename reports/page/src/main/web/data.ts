import {gunzipSync} from 'fflate';
import {fromBase64} from './histogram';
import type {Difference, Report} from './report';

/** What is embedded in this page; see `Page.java`. */
export function embedded(): {report?: Report; base?: Report; difference?: Difference} {
  return {report: read('report'), base: read('base'), difference: read('difference')};
}

function read<T>(name: string): T | undefined {
  const block = document.getElementById('rowcall-' + name)?.textContent;
  return block ? JSON.parse(new TextDecoder().decode(gunzipSync(fromBase64(block.trim())))) : undefined;
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
