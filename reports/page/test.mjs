// Runs the unit tests: bundles src/test/web/*.test.ts with esbuild, and runs them with Node's test runner.
import {spawnSync} from 'node:child_process';
import {readdirSync, rmSync} from 'node:fs';
import {build} from 'esbuild';

const tests = readdirSync('src/test/web').filter(name => name.endsWith('.test.ts'));
rmSync('target/web-tests', {recursive: true, force: true});
await build({
  entryPoints: tests.map(name => `src/test/web/${name}`),
  bundle: true,
  platform: 'node',
  format: 'esm',
  outdir: 'target/web-tests',
  outExtension: {'.js': '.mjs'},
  sourcemap: 'inline',
  loader: {'.css': 'empty'},
});
const files = tests.map(name => `target/web-tests/${name.replace(/\.ts$/, '.mjs')}`);
process.exit(spawnSync(process.execPath, ['--test', ...files], {stdio: 'inherit'}).status ?? 1);
