import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readRepo } from '../fixture';
import { folderWith, run, textOf } from './program';

const SKILL = readRepo('skills/design-docs/SKILL.md');
const FILES = {
  claude: ['.claude/skills/design-docs/SKILL.md', '.mcp.json', 'CLAUDE.md'],
  cursor: ['.agents/skills/design-docs/SKILL.md', '.cursor/mcp.json', '.cursor/rules/design-docs.mdc'],
  copilot: ['.agents/skills/design-docs/SKILL.md', '.github/copilot-instructions.md', '.vscode/mcp.json'],
  codex: ['.agents/skills/design-docs/SKILL.md', '.codex/config.toml', 'AGENTS.md'],
} as const;

/** The texts of all files in a folder. */
function snapshot(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => fs.lstatSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, textOf(folder, name)]));
}

describe('init for coding agents', () => {
  for (const [agent, files] of Object.entries(FILES)) {
    it(`writes the skill, the server and the rules for ${agent}, and a second time nothing`, () => {
      const folder = folderWith({ '.git/HEAD': '' });
      const { status, stdout, stderr } = run(folder, 'init', '--agent', agent);
      assert.equal(status, 0, stderr);
      const written = snapshot(folder);
      assert.deepEqual(
        Object.keys(written).filter((name) => !name.startsWith('.git/')),
        [...files].sort(),
      );
      for (const file of files) assert.match(stdout, new RegExp(`^${file.replaceAll('.', '\\.')}: `, 'm'));
      assert.equal(written[files[0]], SKILL);
      const again = run(folder, 'init', '--agent', agent);
      assert.deepEqual([again.status, again.stdout], [0, '']);
      assert.match(again.stderr, /is up to date\./);
      assert.deepEqual(snapshot(folder), written);
    });
  }

  it('writes for several agents, and shares what they share', () => {
    const folder = folderWith({ '.git/HEAD': '', 'AGENTS.md': '# Ours\n' });
    fs.symlinkSync('AGENTS.md', path.join(folder, 'CLAUDE.md'));
    fs.mkdirSync(path.join(folder, '.vscode'));
    fs.writeFileSync(path.join(folder, '.mcp.json'), '{}');
    fs.symlinkSync('../.mcp.json', path.join(folder, '.vscode', 'mcp.json'));
    const { status, stderr } = run(
      folder,
      'init',
      '--agent',
      'claude,cursor',
      '--agent',
      'copilot',
      '--agents',
    );
    assert.equal(status, 0, stderr);
    for (const file of Object.values(FILES).flat()) assert.ok(fs.existsSync(path.join(folder, file)), file);
    assert.ok(fs.lstatSync(path.join(folder, 'CLAUDE.md')).isSymbolicLink());
    assert.match(textOf(folder, 'AGENTS.md'), /^# Ours\n\n<!-- begin design-docs -->/);
    assert.equal(textOf(folder, 'AGENTS.md').split('<!-- begin').length, 2);
    assert.deepEqual(Object.keys(JSON.parse(textOf(folder, '.mcp.json'))), ['mcpServers', 'servers']);
    const written = snapshot(folder);
    assert.equal(run(folder, 'init', '--agents').stdout, '');
    assert.deepEqual(snapshot(folder), written);
  });

  it('offers the agents that the workspace uses, and writes nothing for them', () => {
    const folder = folderWith({ '.git/HEAD': '', '.claude/settings.json': '{}', 'AGENTS.md': '' });
    const before = snapshot(folder);
    const { status, stderr } = run(folder, 'init');
    assert.equal(status, 0);
    assert.match(
      stderr,
      /^To set up Claude Code \(.+, \.mcp\.json, CLAUDE\.md\): design-docs init --agent claude\.$/m,
    );
    assert.match(stderr, /^To set up Codex /m);
    assert.doesNotMatch(stderr, /Cursor|Copilot/);
    assert.deepEqual(snapshot(folder), before);
    run(folder, 'init', '--agent', 'claude');
    assert.doesNotMatch(run(folder, 'init').stderr, /Claude/);
  });

  it('names the agents where the workspace uses none', () => {
    const folder = folderWith({ '.git/HEAD': '' });
    assert.match(run(folder, 'init').stderr, /^To set up a coding agent: design-docs init --agent claude\|/m);
    const { status, stderr } = run(folder, 'init', '--agents');
    assert.equal(status, 2);
    assert.match(
      stderr,
      /has no files of a coding agent\. Name one: --agent claude, cursor, copilot, codex\./,
    );
    assert.match(run(folder, 'init', '--agent', 'curser').stderr, /Did you mean cursor\?/);
  });

  it('writes nothing at all where one file cannot be extended', () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.mcp.json': '{ "mcpServers": ',
      'rfcs/template.md': '# RFC: <title>\n\n## Summary\n',
    });
    const before = snapshot(folder);
    const { status, stderr } = run(folder, 'init', '--agent', 'claude');
    assert.equal(status, 2);
    assert.match(stderr, /^design-docs: \.mcp\.json cannot be extended: line 1: not valid JSON/m);
    assert.deepEqual(snapshot(folder), before);
  });

  it('keeps a skill that was adapted, and says so', () => {
    const [skill] = FILES.claude;
    const folder = folderWith({ '.git/HEAD': '', [skill]: 'Ours\n' });
    const { status, stderr } = run(folder, 'init', '--agent', 'claude');
    assert.equal(status, 0);
    assert.match(stderr, /SKILL\.md differs from the skill of this version and was kept\./);
    assert.equal(textOf(folder, skill), 'Ours\n');
  });

  it('refuses symbolic links that lead out of the workspace, or nowhere', function () {
    if (process.platform === 'win32') this.skip();
    const outside = folderWith({ 'rules.md': 'Theirs\n' });
    for (const [link, target] of [
      ['CLAUDE.md', path.join(outside, 'rules.md')],
      ['CLAUDE.md', path.join(outside, 'new.md')],
      ['.claude', outside],
      ['.mcp.json', 'nowhere.json'],
    ] as const) {
      const folder = folderWith({ '.git/HEAD': '' });
      fs.symlinkSync(target, path.join(folder, link));
      const { status, stderr } = run(folder, 'init', '--agent', 'claude');
      assert.equal(status, 2, link);
      assert.match(stderr, /lies outside of the workspace, where nothing is read or written/);
      assert.deepEqual(fs.readdirSync(folder).sort(), ['.git', link].sort());
    }
    assert.deepEqual(snapshot(outside), { 'rules.md': 'Theirs\n' });
  });
});
