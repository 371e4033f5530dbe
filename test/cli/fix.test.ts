import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { folderWith, run, textOf } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

const BOM = '\uFEFF';
const GIVEN = ['--author', 'Ada', '--date', '2026-01-02'];

function workspace(text: string): string {
  return folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': text });
}

describe('fix', () => {
  it('mends what has a fix, says what is left, and finds nothing to do the second time', () => {
    const folder = workspace(FLAWED.replace('<Your Name>', 'Ada'));
    const { status, stdout, stderr } = run(folder, 'fix', ...GIVEN);
    assert.equal(textOf(folder, 'rfcs/1.md'), CLEAN);
    assert.deepEqual([status, stdout], [0, 'rfcs/1.md: 1 fixed, 0 left\n']);
    assert.match(stderr, /^1 fix applied in 1 document, 0 findings left\.$/m);
    const again = run(folder, 'fix', ...GIVEN);
    assert.deepEqual([again.status, again.stdout, textOf(folder, 'rfcs/1.md')], [0, '', CLEAN]);
  });

  it('exits with 1 while findings remain, and counts them', () => {
    const folder = workspace(FLAWED.replace('- The lock keeper cannot see the lower gate.', '- <someone>'));
    const { status, stdout } = run(folder, 'fix', 'rfcs');
    assert.equal(status, 1);
    assert.match(stdout, /^rfcs\/1\.md: \d+ fixed, [1-9]\d* left$/m);
  });

  it('keeps CRLF line endings and a byte order mark', () => {
    const crlf = (text: string): string => BOM + text.replaceAll('\n', '\r\n');
    const folder = workspace(crlf(FLAWED.replace('<Your Name>', 'Ada')));
    assert.equal(run(folder, 'fix').status, 0);
    assert.equal(textOf(folder, 'rfcs/1.md'), crlf(CLEAN));
  });

  it("keeps the file's mode and leaves no other file behind", () => {
    const folder = workspace(FLAWED);
    const file = path.join(folder, 'rfcs/1.md');
    fs.chmodSync(file, 0o640);
    const before = fs.statSync(file).mode;
    run(folder, 'fix', ...GIVEN);
    assert.equal(fs.statSync(file).mode, before);
    assert.deepEqual(fs.readdirSync(path.join(folder, 'rfcs')), ['1.md', 'template.md']);
  });

  it('applies only the rules that are named', () => {
    const folder = workspace(FLAWED.replace('2026-01-02', 'YYYY-MM-DD'));
    const { status, stdout } = run(folder, 'fix', '--rule', 'leftover-suffix', ...GIVEN);
    assert.deepEqual([status, stdout], [0, 'rfcs/1.md: 1 fixed, 0 left\n']);
    assert.match(textOf(folder, 'rfcs/1.md'), /YYYY-MM-DD[\s\S]*^## Problem$/m);
  });

  it('takes several rules, and names the rules there are where one is unknown', () => {
    const folder = workspace(FLAWED.replace('<Your Name>', 'Ada'));
    assert.equal(run(folder, 'fix', '--rule=leftover-suffix,header-field', ...GIVEN).status, 0);
    const { status, stderr } = run(folder, 'fix', '--rule', 'leftover-sufix');
    assert.equal(status, 2);
    assert.match(
      stderr,
      /no rule "leftover-sufix"\. Did you mean "leftover-suffix"\? The rules are: .*missing-section/,
    );
  });

  it('fills in no author and no date, whatever is given', () => {
    const text = FLAWED.replace('2026-01-02', 'YYYY-MM-DD');
    const folder = workspace(text);
    assert.equal(run(folder, 'fix', ...GIVEN).status, 1);
    assert.equal(textOf(folder, 'rfcs/1.md'), text.replace(' (Required)', ''));
  });

  it('inserts text of the template only if it is asked to', () => {
    const text = CLEAN.replace(/## Problem[\s\S]*(?=## Steps Ahead)/, '');
    const folder = workspace(text);
    assert.equal(run(folder, 'fix').status, 1);
    assert.equal(textOf(folder, 'rfcs/1.md'), text);
    run(folder, 'fix', '--scaffold');
    assert.match(
      textOf(folder, 'rfcs/1.md'),
      /\n## Problem\n\n- Say who is hurt, and how \(1–2 bullets\)\.\n/,
    );
  });

  it('names what it cannot mend without damage, and leaves the text alone', () => {
    const text = CLEAN.replace(/## Risks[\s\S]*/, '').replace(/## Problem[\s\S]*(?=## Steps)/, '');
    const open = `${text}\n\n\`\`\`sh\nls\n`.replace('## Steps Ahead', '```\n## Steps Ahead');
    const folder = workspace(open);
    const { status, stderr } = run(folder, 'fix', '--scaffold');
    assert.equal(status, 1);
    assert.equal(textOf(folder, 'rfcs/1.md'), open);
    assert.match(stderr, /^could not be fixed: rfcs\/1\.md:1 missing-section Missing section "Problem"/m);
  });

  it('shows a diff in a dry run and writes nothing', () => {
    const text = FLAWED.replace('<Your Name>', 'Ada');
    const folder = workspace(text);
    const { status, stdout, stderr } = run(folder, 'fix', '--dry-run');
    assert.equal(status, 1);
    assert.equal(textOf(folder, 'rfcs/1.md'), text);
    const expected = [
      '--- a/rfcs/1.md',
      '+++ b/rfcs/1.md',
      '@@ -4,7 +4,7 @@',
      ' **Author:** Ada',
      ' **Created:** 2026-01-02',
      ' ',
      '-## Problem (Required)',
      '+## Problem',
      ' ',
      ' - The lock keeper cannot see the lower gate.',
      ' ',
      '',
    ];
    assert.equal(stdout, expected.join('\n'));
    assert.match(stderr, /^rfcs\/1\.md: 1 fixable, 0 left$/m);
  });
});
