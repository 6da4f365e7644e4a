// Builds the page: one HTML file with its script and style, and their hashes in its security policy.
//   node build.mjs src/main/resources/io/rowcall/page/page.html
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);

const {outputFiles} = await build({
  entryPoints: ['src/main/web/app.tsx'],
  bundle: true,
  minify: true,
  write: false,
  outdir: 'target',
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
});
const text = extension => outputFiles.find(file => file.path.endsWith(extension)).text.trim();
// Neither may end its own element.
const script = text('.js').replaceAll('</script', '<\\/script');
const style = text('.css').replaceAll('</style', '<\\/style');
const hash = content => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

const page = readFileSync('src/main/web/page.html', 'utf8')
  .replace('%POLICY%', () => `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; connect-src 'self'; `
    + "base-uri 'none'; form-action 'none'")
  .replace('%SOURCES%', () => sources())
  .replace('%STYLE%', () => style)
  .replace('%SCRIPT%', () => script);

const target = process.argv[2];
mkdirSync(dirname(target), {recursive: true});
writeFileSync(target, page);
console.log(`${target}: ${page.length} characters`);

/** SHA-256 of everything that the page is made of; PageTest computes the same. */
function sources() {
  const files = readdirSync('src/main/web').map(name => join('src/main/web', name)).concat('build.mjs', 'package.json').sort();
  const sum = createHash('sha256');
  for (const file of files) {
    sum.update(file.replaceAll('\\', '/')).update('\0').update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')).update('\0');
  }
  return sum.digest('hex');
}
