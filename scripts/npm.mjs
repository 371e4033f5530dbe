// `node scripts/npm.mjs [--dist DIR] [--out DIR]` makes the folder that `npm publish` takes, from bundles that are built.

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NOTICES } from './notices.mjs';

const ROOT = path.resolve(fileURLToPath(import.meta.url), '..', '..');
const { values } = parseArgs({ options: { dist: { type: 'string' }, out: { type: 'string' } } });
const dist = path.resolve(values.dist ?? path.join(ROOT, 'dist'));
const out = path.resolve(values.out ?? path.join(dist, 'npm'));

const read = (file) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));

/** The manifest of the package: everything is bundled, so it depends on nothing and runs no scripts. */
function manifest() {
  const { name, version, description, keywords, license, repository, bugs, homepage } = read('package.json');
  return {
    name,
    version,
    description,
    keywords,
    license,
    repository,
    bugs,
    homepage,
    type: 'module',
    bin: { 'design-docs': 'dist/cli.js' },
    engines: { node: '>=20.19.0' },
    // The MCP registry publishes a server only if the package says that it is this one.
    mcpName: read('server.json').name,
  };
}

rmSync(out, { recursive: true, force: true });
// The folders are as in the repository, so that the program finds its templates and its skill at the same places.
for (const [from, to] of [
  [path.join(dist, 'cli.js'), 'dist/cli.js'],
  [path.join(dist, 'cli'), 'dist/cli'],
  [path.join(dist, NOTICES), NOTICES],
  [path.join(ROOT, 'media/templates'), 'media/templates'],
  [path.join(ROOT, 'media/design-docs.schema.json'), 'design-docs.schema.json'],
  [path.join(ROOT, 'skills'), 'skills'],
  [path.join(ROOT, 'docs/npm.md'), 'README.md'],
  [path.join(ROOT, 'LICENSE'), 'LICENSE'],
])
  cpSync(from, path.join(out, to), { recursive: true });
writeFileSync(path.join(out, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
