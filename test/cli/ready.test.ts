import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { repositoryWith } from '../node/git/repository';
import { folderWith, run, runJson, textOf } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

const DRAFT = CLEAN.replace('In Progress', 'Draft')
  .replace('[x] Milestone', '[ ] Milestone')
  .replaceAll('[x] Step', '[ ] Step');

/** The boxes of a draft in whose way nothing stands. */
const MET = `✓ Every required section is there, and every section is written
✓ No placeholder is left
✓ Nothing is left that is for the author alone
✓ Every task of the plan can be read
✓ No other finding has the weight of a warning
✓ The next step is named
`;

describe('ready', () => {
  const folder = (text: string): string =>
    folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': text, 'main.c': '' });

  it('exits with 0 where nothing stands in the way, and lists what was judged', () => {
    const { status, stdout, stderr } = run(folder(DRAFT), 'ready', 'rfcs/1.md');
    assert.deepEqual([status, stderr], [0, 'rfcs/1.md is ready for review.\n']);
    assert.equal(stdout, MET);
  });

  it('speaks of a review for drafts alone', () => {
    const { status, stdout, stderr } = run(folder(CLEAN), 'ready', 'rfcs/1.md');
    assert.deepEqual([status, stdout, stderr], [0, '', 'rfcs/1.md: no findings.\n']);
    const later = run(folder(FLAWED), 'ready', 'rfcs/1.md');
    assert.deepEqual([later.status, later.stderr], [1, 'rfcs/1.md: 2 findings.\n']);
  });

  it('is not said of a document that holds only the words of its template', () => {
    const place = folder(CLEAN);
    run(place, 'new', 'Sluice', '--author', 'Ada', '--dir', 'rfcs');
    const name = fs.readdirSync(path.join(place, 'rfcs')).find((one) => one.endsWith('sluice.md')) ?? '';
    const file = path.join(place, 'rfcs', name);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/<[^<>]*>/g, 'Gates'));
    const { status, stdout } = run(place, 'ready', path.join('rfcs', name));
    assert.equal(status, 1);
    assert.match(stdout, /empty-section Section "Problem" is not written/);
  });

  it('exits with 1 and a line a reason', () => {
    const place = folder(FLAWED.replace('In Progress', 'Draft'));
    const { status, stdout, stderr } = run(place, 'ready', 'rfcs/1.md');
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^✗ Nothing is left .*\n {4}rfcs\/1\.md:7 leftover-suffix .*\n✓.*\n✗ No other .*\n {4}rfcs\/1\.md:4 header-field .*\n✓/m,
    );
    assert.equal(stderr, 'rfcs/1.md is not ready for review.\n');
    const json = run(place, 'ready', 'rfcs/1.md', '--format', 'json');
    const answer = JSON.parse(json.stdout);
    assert.equal(json.status, 1);
    assert.deepEqual(Object.keys(answer), ['version', 'path', 'ready', 'reasons', 'boxes', 'verified']);
    assert.deepEqual(Object.keys(answer.reasons[0]), ['line', 'message', 'rule']);
    assert.deepEqual([answer.reasons[0].line, answer.reasons[1].line], [4, 7]);
    const placesOf = (box: string): { line: number; fix: string | null }[] =>
      answer.boxes.find(({ id }: { id: string }) => id === box).places;
    assert.deepEqual(Object.keys(answer.boxes[0]), ['id', 'title', 'state', 'question', 'places']);
    assert.deepEqual(
      [...placesOf('findings'), ...placesOf('leftovers')].map(({ line, fix }) => [line, fix]),
      [
        [4, null],
        [7, 'Remove "(Required)" from the heading'],
      ],
    );
  });

  describe('with evidence', () => {
    const PLAN = DRAFT.replace('[ ] Step 1: Mount it', '[ ] Step 1: Mount it `verify: make one`')
      .replace('[ ] Step 2: Wire it', '[ ] Step 2: Wire it `verify: make two (src/**)`')
      .replace('    - [ ] Step 2.1: Draw the cable', '  - [ ] Step 3: Draw it `verify: make three`');

    /** A repository in which each of three steps is verified with a commit of its own. */
    function verified() {
      const { folder: place, git } = repositoryWith({
        'rfcs/template.md': TEMPLATE,
        'rfcs/1.md': PLAN,
        'src/2.c': '',
      });
      const write = (file: string, text: string): void => fs.writeFileSync(path.join(place, file), text);
      const commit = (...words: string[]): void => {
        git('add', '-A');
        git('commit', '-qm', 'x', ...words);
      };
      commit();
      for (const [file, line] of [
        ['1.c', 16],
        ['src/2.c', 17],
        ['3.c', 18],
      ] as const) {
        write(file, `int i${line};`);
        commit();
        const { status, stderr } = run(
          place,
          'tick',
          'rfcs/1.md',
          `${line}`,
          '--exit',
          '0',
          '--tree',
          'HEAD',
        );
        assert.equal(status, 0, stderr);
      }
      const proofs = (folder = place): string[] => {
        const { verified: found } = runJson<{ verified: { line: number; proof: string }[] }>(
          folder,
          'ready',
          'rfcs/1.md',
        );
        return found.map(({ line, proof }) => `${line} ${proof}`);
      };
      return { place, git, write, commit, proofs };
    }

    it('ends ready after a plan of three verified steps with a commit each', () => {
      const { place, commit, proofs } = verified();
      assert.deepEqual(proofs(), ['16 earlier', '17 proved', '18 proved']);
      commit();
      const { status, stdout, stderr } = run(place, 'ready', 'rfcs/1.md');
      assert.deepEqual(
        [status, stdout],
        [0, MET.replace('✓ The next', '✓ Every tick is proved\n✓ The next')],
      );
      assert.equal(
        stderr,
        [
          'note: rfcs/1.md:16 earlier. The check passed earlier; files changed since: 3.c, src/2.c.',
          'note: rfcs/1.md:17 proved. Its check passed on the files as they are.',
          'note: rfcs/1.md:18 proved. Its check passed on the files as they are.',
          'rfcs/1.md is ready for review.\n',
        ].join('\n'),
      );
      const json = runJson<object>(place, 'ready', 'rfcs/1.md');
      assert.deepEqual(Object.keys(json), ['version', 'path', 'ready', 'reasons', 'boxes', 'verified']);
    });

    it('is no longer ready once files of a step changed, and says so to GitHub', () => {
      const { place, write } = verified();
      write('src/2.c', 'int main;');
      const { status, stdout } = run(path.join(place, 'rfcs'), 'ready', '1.md');
      assert.equal(status, 1);
      assert.match(
        stdout,
        /^ {4}1\.md:17 Files of the step changed since it was verified: \.\.\/src\/2\.c\./m,
      );
      const github = run(place, 'ready', 'rfcs/1.md', '--format', 'github');
      assert.equal(github.status, 1);
      assert.deepEqual(
        github.stdout.split('\n').map((line) => line.split('::')[1]),
        [
          'error file=rfcs/1.md,line=17,title=not proved',
          'notice file=rfcs/1.md,line=16,title=verified earlier',
          'notice file=rfcs/1.md,line=18,title=verified earlier',
          undefined,
        ],
      );
    });

    it('knows the files again after an amended commit, a rebase and a squash, without the old commits', () => {
      for (const change of ['amend', 'rebase', 'squash'] as const) {
        const { git, commit, proofs, write, place } = verified();
        if (change === 'amend') commit('--amend');
        else commit();
        if (change === 'rebase') {
          const first = git('rev-list', '--max-parents=0', 'HEAD');
          git('checkout', '-qb', 'other', first);
          write('rfcs/2.md', CLEAN);
          commit();
          git('rebase', '-q', '--onto', 'other', first, 'main');
        }
        if (change === 'squash') {
          git('reset', '-q', '--soft', git('rev-list', '--max-parents=0', 'HEAD'));
          git('commit', '-qm', 'squashed');
        }
        git('branch', '-D', 'other');
        git('reflog', 'expire', '--expire=now', '--all');
        git('gc', '-q', '--prune=now');
        const clone = path.join(folderWith({}), 'clone');
        git('clone', '-q', '--no-local', place, clone);
        const first = change === 'squash' ? '16 unknown' : '16 earlier';
        for (const folder of [place, clone]) {
          assert.deepEqual(proofs(folder), [first, '17 proved', '18 proved'], change);
        }
      }
    });

    it('knows the files in a shallow clone', () => {
      const { git, commit, proofs, place } = verified();
      commit();
      const clone = path.join(folderWith({}), 'clone');
      git('clone', '-q', '--depth', '1', `file://${place}`, clone);
      assert.deepEqual(proofs(clone), ['16 unknown', '17 proved', '18 proved']);
    });

    it('cannot tell without git', () => {
      const { place, proofs } = verified();
      fs.rmSync(path.join(place, '.git'), { recursive: true });
      assert.deepEqual(proofs(), ['16 unknown', '17 unknown', '18 unknown']);
      assert.match(
        run(place, 'ready', 'rfcs/1.md').stdout,
        /18 Git cannot be asked here whether files changed/,
      );
    });

    it('does not take a commit that git does not know, or a branch, for a proof', () => {
      const { place, git, commit } = verified();
      commit();
      const read = textOf(place, 'rfcs/1.md');
      for (const tree of ['5b3143a5b8f5781d517f46caa90fe4b81db6ecf5', 'main', 'HEAD']) {
        fs.writeFileSync(
          path.join(place, 'rfcs/1.md'),
          read.replace(/tree \w+, files \w+(?=[^\n]*\n\n## Risks)/, `tree ${tree}`),
        );
        const { status, stdout } = run(place, 'ready', 'rfcs/1.md');
        assert.equal(status, 1, tree);
        assert.match(stdout, /18 Git does not know the commit .* no digest of the files was recorded\./);
      }
      fs.writeFileSync(
        path.join(place, 'rfcs/1.md'),
        read.replace(/tree \w+, files \w+(?=[^\n]*\n\n## Risks)/, `tree ${git('rev-parse', 'HEAD')}`),
      );
      assert.equal(run(place, 'ready', 'rfcs/1.md').status, 0, 'a comment of an earlier version');
    });
  });

  it('takes no tick without evidence, but that of a person', () => {
    const ticked = DRAFT.replace('[ ] Step 1: Mount it', '[x] Step 1: Mount it `verify: make`').replace(
      '[ ] Step 2.1',
      '[x] Step 2.1 `verify: make` (human)',
    );
    const { status, stdout } = run(folder(ticked), 'ready', 'rfcs/1.md');
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^✗ Every tick is proved\n {4}rfcs\/1\.md:16 The step is ticked, and nothing shows that its check passed \(make\)\..*\n✓/m,
    );
  });
});
