import {readFileSync} from 'node:fs';
import type {Report} from '../../main/web/report';

/** A report as a released agent has written it, new for each call. */
export function golden(): Report {
  return JSON.parse(readFileSync('../format/src/test/resources/golden/rowcall-report-1.json', 'utf8'));
}
