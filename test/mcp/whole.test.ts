import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { textOf } from '../cli/program';
import { repositoryWith } from '../node/git/repository';
import { agentOn } from './client';

const TEMPLATE = `# Proposal: <Name>

**Status:** Draft

## Problem (Required)

- Say who is hurt.

## Steps Ahead (Required)

- [ ] Milestone 1: Build it
- [ ] Milestone 2: Show it
`;

interface Place {
  readonly title: string;
  readonly line: number;
}

interface Answer {
  readonly path: string;
  readonly version: string;
  readonly next: {
    readonly action: 'do' | 'start' | 'finish';
    readonly line: number;
    readonly step: Place | null;
    readonly verify: string | null;
    readonly human: boolean;
  } | null;
  readonly completable: readonly Place[];
  readonly prompt: string;
}

const STEPS = [
  ['Write it', 'Test it, `verify: make test`'],
  ['Show it to the team (human)', 'Note what they said'],
];

describe('an agent with nothing but the tools', () => {
  it('takes a document from its first line to the end of its plan', async () => {
    const { folder, git } = repositoryWith({ 'rfcs/proposal-template.md': TEMPLATE });
    git('add', '-A');
    git('commit', '-qm', 'x');
    const { call, refused } = await agentOn(folder, '--write', '.');
    let now = await call<Answer>('new_doc', { title: 'Lock gates' });
    assert.equal(now.path, 'rfcs/0001-lock-gates.md');
    const draft = await call<{ ready: boolean; reasons: { rule: string; line: number }[] }>(
      'ready_for_review',
      { path: now.path },
    );
    const unwritten = draft.reasons.map(({ rule, line }) => `${rule} ${line}`);
    assert.deepEqual(unwritten, ['empty-section 5', 'empty-section 9']);
    const own = textOf(folder, now.path).replace('- Say who is hurt.', '- The lock keeper.');
    fs.writeFileSync(path.join(folder, now.path), own);
    now = await call<Answer>('next_step', { path: now.path });
    const log: string[] = [];
    for (let turn = 0; now.next && turn < 20; turn++) {
      const { path: file, version, next } = now;
      const own = { path: file, version, line: next.line };
      log.push(`${next.action} ${next.step?.title ?? next.line}`);
      if (next.action === 'start') {
        now = await call('start_milestone', {
          ...own,
          steps: STEPS[log.filter((one) => one.startsWith('start')).length - 1],
        });
        continue;
      }
      if (next.human) {
        assert.match(
          await refused('complete_step', own),
          /only a person may complete it\. Stop here and ask/,
        );
        const text = textOf(folder, file);
        fs.writeFileSync(path.join(folder, file), text.replace('[ ] Show it to', '[x] Show it to'));
        assert.match(await refused('complete_step', own), /is no longer at version/);
        now = await call('next_step', { path: file });
        assert.match(now.prompt, /Note what they said/);
        continue;
      }
      if (next.verify !== null)
        assert.match(await refused('complete_step', own), /completing it needs evidence\. Judge/);
      const evidence = next.verify === null ? {} : { evidence: { exit: 0, tree: git('rev-parse', 'HEAD') } };
      now = await call('complete_step', { ...own, ...evidence });
      for (const { line } of now.completable) {
        now = await call('complete_step', { path: file, version: now.version, line });
      }
    }
    assert.deepEqual(log, [
      'start 11',
      'do Write it',
      'do Test it, `verify: make test`',
      'start 14',
      'do Show it to the team (human)',
      'do Note what they said',
    ]);
    const plan = await call<{ done: number; total: number; milestones: { state: string }[] }>('read_plan', {
      path: now.path,
    });
    assert.deepEqual(
      [plan.done, plan.total, ...plan.milestones.map(({ state }) => state)],
      [4, 4, 'done', 'done'],
    );
    const { ready, reasons } = await call<{ ready: boolean; reasons: { rule: string }[] }>(
      'ready_for_review',
      { path: now.path },
    );
    assert.deepEqual([ready, reasons.map(({ rule }) => rule)], [true, []]);
    assert.match(textOf(folder, now.path), /^\*\*Status:\*\* In Progress$/m);
  });

  it('is told when files of a step changed since it was verified', async () => {
    const text = `# Proposal: A\n\n**Status:** In Progress\n\n## Problem\n\nNone.\n\n## Steps Ahead\n\n- [ ] Milestone 1: B\n  - [ ] C, \`verify: make (*.c)\`\n`;
    const { folder, git } = repositoryWith({
      'rfcs/proposal-template.md': TEMPLATE,
      'rfcs/1.md': text,
      'main.c': '',
    });
    git('add', '-A');
    git('commit', '-qm', 'x');
    const tree = git('rev-parse', 'HEAD');
    const { call, refused } = await agentOn(folder, '--write');
    const { version } = await call<Answer>('read_plan', { path: 'rfcs/1.md' });
    const own = { path: 'rfcs/1.md', version, line: 12 };
    assert.match(
      await refused('complete_step', { ...own, evidence: { exit: 0, tree: '0a1b2c3' } }),
      /Git knows no commit "0a1b2c3" here/,
    );
    await call('complete_step', { ...own, evidence: { exit: 0, tree } });
    assert.equal((await call<{ ready: boolean }>('ready_for_review', { path: 'rfcs/1.md' })).ready, true);
    fs.writeFileSync(path.join(folder, 'main.c'), 'int main;');
    const { ready, reasons } = await call<{ ready: boolean; reasons: object[] }>('ready_for_review', {
      path: 'rfcs/1.md',
    });
    const message = 'Files of the step changed since it was verified: main.c. Verify it again, or untick it.';
    assert.deepEqual([ready, reasons], [false, [{ line: 12, message, rule: null }]]);
  });
});
