/** What must stay true of the project as a whole; docs/architecture.md says why. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyze } from '../src/core/analysis/analyze';
import { scaffold } from '../src/core/scaffold/scaffold';
import { readTemplate } from '../src/core/template/template';
import { readRepo, root } from './fixture';
import { core, filesBelow, importsOf, sources } from './sources';

describe('the source', () => {
  it('has no file over 250 lines', () => {
    const all = [...sources, ...filesBelow('test', '.ts')];
    assert.deepEqual(
      all.filter((file) => readRepo(file).trimEnd().split('\n').length > 250),
      [],
    );
  });

  it('shows messages by one file, in which texts of documents are no links', () => {
    const found = sources.filter((file) =>
      /\bshow(?:Information|Warning|Error)Message\b/.test(readRepo(file)),
    );
    assert.deepEqual(found, ['src/vscode/messages/show.ts']);
  });

  it('opens no network connection', () => {
    const network = /\bfetch\(|XMLHttpRequest|WebSocket|'(?:node:)?(?:https?|net|tls|dgram|dns)'/;
    assert.deepEqual(
      sources.filter((file) => network.test(readRepo(file))),
      [],
    );
  });

  it('starts no process but git, and the command that a caller gives to tick --run', () => {
    const starting = sources.filter((file) => /child_process/.test(readRepo(file)));
    const RUNS = 'src/cli/runCommand.ts';
    assert.deepEqual(starting, [RUNS, 'src/node/git/git.ts', 'src/node/git/gitProgram.ts']);
    // git.ts starts what gitProgram.ts finds, which is what test/node/gitProgram.test.ts is about. runCommand.ts
    // starts the words after "--", which is what test/cli/tick.test.ts is about.
    const calls = starting.flatMap((file) => [
      ...readRepo(file).matchAll(/\b(?:exec|spawn|fork)\w*\(\s*([^,\s]+)/g),
    ]);
    assert.deepEqual(
      calls.map(([, program]) => program),
      ['line', 'program', 'program'],
    );
    const users = sources.filter((file) => /from '[^']*\/runCommand'/.test(readRepo(file)));
    assert.deepEqual(users, ['src/cli/evidence.ts']);
  });

  it('names no section and no field of the bundled template: the template is the schema', () => {
    const { specs, fields } = readTemplate(readRepo('media/templates/design.md'), 'design.md');
    const names = new Set([
      ...specs.flatMap((spec) => [spec.title, ...spec.aliases]),
      ...fields.map((one) => one.name),
    ]);
    const literal = /'([^'\\\n]*)'|"([^"\\\n]*)"|`([^`\\$\n]*)`/g;
    const found = sources.flatMap((file) =>
      withoutComments(readRepo(file))
        .split('\n')
        .flatMap((line, index) =>
          [...line.matchAll(literal)]
            .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
            .filter((text) => names.has(text.trim()))
            .map((text) => `${file}:${index + 1} "${text}"`),
        ),
    );
    assert.deepEqual(found, []);
  });
});

/** Comments blanked line by line, so that line numbers stay; an apostrophe in one opens no string. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));
}

/** The folders of each part of the product, in an order in which each imports only those before it. */
const FOLDERS: Readonly<Record<string, string>> = {
  core:
    'query text vocabulary markdown document incremental template status folder scaffold outline edits plan planEdits comments rules baseline analysis folderIndex config fix ' +
    'review changes features finalize upgrade handOff agents json discovery listing progress cache tools',
  node: 'files cache git program workspace check agents',
  vscode:
    'localization inputs documents manifest settings messages model plan services handOff listing documentsView newDoc planActions review guard comments preview progress features tools ' +
    'commands activation',
};
/** What starts a face lies at its top. */
const ENTRIES = ['src/vscode/extension.ts', 'src/vscode/web.ts'];

describe('the folders', () => {
  for (const [part, names] of Object.entries(FOLDERS)) {
    const folders = names.split(' ');
    const files = sources.filter((file) => file.startsWith(`src/${part}/`) && !ENTRIES.includes(file));
    const folderOf = (file: string): string => path.posix.relative(`src/${part}`, file).split('/')[0] ?? '';

    it(`of ${part} hold every file`, () => {
      const loose = files.filter((file) => !folders.includes(folderOf(file)));
      assert.deepEqual(
        loose,
        [],
        'put it into a folder, or add its folder to the list at its place in the order',
      );
    });

    it(`of ${part} import only those before them`, () => {
      const upwards = files.flatMap((file) =>
        importsOf(file)
          .map((name) => path.posix.join(path.posix.dirname(file), name))
          .filter((target) => target.startsWith(`src/${part}/`))
          .filter((target) => folders.indexOf(folderOf(target)) > folders.indexOf(folderOf(file)))
          .map((target) => `${file}: ${target}`),
      );
      assert.deepEqual(upwards, []);
    });
  }
});

describe('the core', () => {
  it('keeps nothing in a WeakMap, whose values live on through every young collection', () => {
    assert.deepEqual(
      core.filter((file) => /\bWeakMap\b/.test(withoutComments(readRepo(file)))),
      [],
    );
  });

  it('imports only itself and pure libraries, each of them in one place, markdown-it in two', () => {
    const foreign = core.flatMap((file) =>
      importsOf(file)
        .filter(
          (name) =>
            !path.posix.join(path.posix.dirname(file), name).startsWith('src/core/') || !name.startsWith('.'),
        )
        .map((name) => `${file}: ${name}`),
    );
    assert.deepEqual(foreign.sort(), [
      'src/core/config/gitignore.ts: ignore',
      'src/core/config/jsonc.ts: jsonc-parser',
      'src/core/document/fields/toml.ts: smol-toml',
      'src/core/edits/yaml.ts: yaml',
      'src/core/markdown/inlineMarkdown.ts: markdown-it',
      'src/core/markdown/markdown.ts: markdown-it',
    ]);
  });

  it('has one folder that knows of incremental parsing, which faces ask for a document', () => {
    const users = sources.filter((file) => importsOf(file).some((name) => name.includes('incremental/')));
    assert.deepEqual(users, ['src/vscode/model/analyses.ts']);
  });

  it('has one memo', () => {
    // What is made once and then used by all documents alike: markdown-it, and words of the vocabulary.
    const made = ['markdown/inlineMarkdown', 'markdown/markdown', 'query/memoize', 'status/statusWords'];
    assert.deepEqual(
      core.filter((file) => /^let /m.test(readRepo(file))),
      made.map((file) => `src/core/${file}.ts`),
    );
  });

  it('has no cycle of imports', () => {
    const edges = new Map(
      core.map((file) => [
        file,
        importsOf(file)
          .filter((name) => name.startsWith('.'))
          .map((name) => `${path.posix.join(path.posix.dirname(file), name)}.ts`)
          .filter((target) => core.includes(target)),
      ]),
    );
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      assert.ok(!trail.includes(file), `cycle: ${[...trail, file].join(' → ')}`);
      if (done.has(file)) return;
      for (const target of edges.get(file) ?? []) visit(target, [...trail, file]);
      done.add(file);
    };
    for (const file of core) visit(file, []);
  });
});

describe('the layers', () => {
  const imported = (from: string): string => `import { x } from '${from}';\nexport const y = x;\n`;

  for (const [folder, name, statement] of [
    ['core', 'the editor', "import * as vscode from 'vscode';\nexport const x = vscode;\n"],
    ['core', 'Node', "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n"],
    ['core', 'a face', imported('../vscode/extension')],
    ['core', 'the command line', imported('../cli/main')],
    ['core', 'what faces share on Node', imported('../node/files')],
    ['core', 'YAML outside of its one file', imported('yaml')],
    ['core', 'TOML outside of its one file', imported('smol-toml')],
    ['core', 'the clock', 'export const x = new Date();\n'],
    ['vscode', 'what faces share on Node', imported('../../node/files')],
    ['cli', 'the MCP server', imported('../../mcp/main')],
    ['cli', 'the language server', imported('../../lsp/main')],
    ['mcp', 'the command line', imported('../cli/main')],
    ['mcp', 'the language server', imported('../lsp/main')],
    ['lsp', 'the command line', imported('../cli/main')],
    ['lsp', 'the MCP server', imported('../mcp/main')],
    ['node', 'the command line', imported('../cli/main')],
    ['node', 'the language server', imported('../lsp/main')],
  ] as const) {
    it(`${folder} may not use ${name}: the linter's ban bites`, () => {
      // A project of its own, so that no half-written file lies in this one.
      const project = mkdtempSync(path.join(tmpdir(), 'banned-'));
      try {
        mkdirSync(path.join(project, 'src', folder), { recursive: true });
        copyFileSync(path.join(root, '.biome.json'), path.join(project, '.biome.json'));
        writeFileSync(path.join(project, 'src', folder, 'banned.ts'), statement);
        const biome = path.join(root, 'node_modules', '.bin', 'biome');
        const run = spawnSync(biome, ['lint', 'src'], { cwd: project, encoding: 'utf8' });
        assert.match(run.stdout + run.stderr, /noRestricted(?:Imports|Globals)/);
        assert.notEqual(run.status, 0);
      } finally {
        rmSync(project, { recursive: true });
      }
    });
  }
});

describe('the package', () => {
  it("has the changelog's newest version", () => {
    const { version }: { readonly version: string } = JSON.parse(readRepo('package.json'));
    const top = /^## \[(\d+\.\d+\.\d+)\]/m.exec(readRepo('CHANGELOG.md'))?.[1];
    assert.equal(version, top);
  });
});

describe('the bundled templates', () => {
  const bundled = filesBelow('media/templates', '.md').map((file) => readTemplate(readRepo(file), file));

  for (const template of bundled) {
    it(`${template.name}: a new document follows it and no other`, () => {
      const { text } = scaffold(template, { title: 'Kettle', today: '2026-11-22', author: 'Ada' });
      for (const templates of [bundled, [...bundled].reverse()]) {
        assert.equal(analyze(text, { templates, today: '2026-11-22' }).bound?.template, template);
      }
    });
  }
});
