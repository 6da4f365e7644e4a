import type {ComponentChildren} from 'preact';
import {useEffect, useState} from 'preact/hooks';

/** A section with its heading, which the navigation links to. */
export function Section({id, title, note, children}:
    {id: string; title: string; note?: ComponentChildren; children: ComponentChildren}) {
  return (
    <section id={id} aria-labelledby={id + '-title'}>
      <h2 id={id + '-title'}>{title}{note !== undefined && <small>{note}</small>}</h2>
      {children}
    </section>
  );
}

/** Button that copies a text, and says so. */
export function Copy({label, text, done = 'Copied'}: {label: string; text: () => string; done?: string}) {
  const [message, setMessage] = useState('');
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(''), 2000);
    return () => clearTimeout(timer);
  }, [message]);
  const copy = async () => setMessage((await copyText(text())) ? done : 'Not allowed');
  return (
    <button type="button" class="copy" onClick={copy}>
      <span aria-live="polite">{message || label}</span>
    </button>
  );
}

/** The clipboard API exists in secure contexts only: from disk and from loopback, but not from another host. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    return copied;
  }
}

/** A share as a bar, next to its figure. */
export function Bar({share, warn}: {share: number; warn?: boolean}) {
  return <span class={'bar' + (warn ? ' warn' : '')} aria-hidden="true">
    <span style={{width: `${Math.max(0, Math.min(1, share)) * 100}%`}}/>
  </span>;
}

/** The decoded fragment of the URL. */
export function useHash(): string {
  const [hash, setHash] = useState(currentHash());
  useEffect(() => {
    const onChange = () => setHash(currentHash());
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return hash;
}

function currentHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

export function endpointLink(name: string) {
  return '#endpoint-' + encodeURIComponent(name);
}

export function statementLink(id: string) {
  return '#statement-' + encodeURIComponent(id);
}

/** Keeps SQL readable without coloring it: keywords are what is in capitals. */
export function Sql({children}: {children: string}) {
  return <code class="sql">{children}</code>;
}
