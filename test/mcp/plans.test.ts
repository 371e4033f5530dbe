/** An agent that does nothing but obey `next` takes plans of different shapes to their end, without a refusal. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { ENVIRONMENT, folderWith, textOf } from '../cli/program';
import { renderedTasks } from '../taskOracle';
import { agentOn } from './client';

interface Answer {
  readonly path: string;
  readonly version: string;
  readonly reason?: string;
  readonly lines?: readonly number[];
  readonly next: {
    readonly action: 'do' | 'start' | 'finish';
    readonly line: number;
    readonly verify: string | null;
    readonly human: boolean;
  } | null;
}

const TEMPLATE = `# Gate: <Name>

**Status:** Draft

## Problem (Required)

- Say who is hurt.

## Next Steps (Required)

- What is done first (1–2 bullets).

## Plan (Required)

- [ ] Milestone 1: <name>
  - [ ] Step 1: <name>
`;
const DOC = 'gates/1.md';
const HEAD = '# Gate: Locks\n\n**Status:** In Progress\n\n## Problem\n\n- All of us.\n\n## Plan\n\n';

/** The plan, the reason for its end, and the number of its boxes that are not ticked then. */
const PLANS = {
  'two layers': {
    path: DOC,
    text: `${HEAD}- [ ] Milestone 1: Build it\n- [ ] Milestone 2: Show it, verify: \`make show\`\n  - [ ] Step 1: Draw\n  - [ ] Step 2: Frame\n    - [x] Saw\n    - [ ] Glue, **verify:** \`make glue\`\n`,
    end: ['done', 0],
  },
  'next steps that get fewer': {
    path: DOC,
    text: HEAD.replace('## Plan', '## Next Steps\n\n- Build it\n- Milestone 2: Show it\n\n## Plan').concat(
      '- [ ] Milestone 1: Build it\n  - [ ] Saw\n- [ ] Milestone 2: Show it\n  - [ ] Draw\n- [ ] Milestone 3: Rest\n',
    ),
    end: ['done', 0],
  },
  headings: {
    path: DOC,
    text: `${HEAD}### Milestone 1: Build it\n\n- [x] Saw\n- [ ] Glue (depends on Milestone 2)\n\n### Milestone 2: Show it\n\n* [ ] Draw\n\n  Notes.\n`,
    end: ['done', 0],
  },
  Kiro: {
    path: '.kiro/specs/locks/tasks.md',
    text: '# Implementation Plan\n\n- [-] 1. Build it\n  - [x] 1.1 Saw\n    - _Requirements: 1.1_\n  - [ ] 1.2 Glue\n  - [ ]* 1.3 Test\n- [ ] 2. Show it\n  - [~] 2.1 Draw\n- [ ] 3. Ship it\n',
    end: ['done', 1],
  },
  'Spec Kit': {
    path: 'specs/001-locks/tasks.md',
    text: '# Tasks: Locks\n\n**Input**: plan.md\n\n## Phase 1: Setup\n\n- [ ] T001 Saw\n- [ ] T002 [P] Glue (depends on T003)\n\n---\n\n## Phase 2: Story\n\n### Tests\n\n- [ ] T003 [P] [US1] Draw\n\n**Checkpoint**: it opens\n',
    end: ['done', 0],
  },
  'every odd mark': {
    path: DOC,
    text: `${HEAD}- [ ] Milestone 1: Build it\n  - [ ] Step 1: Saw\n  - [~] Step 2: Glue\n  - [-] Step 3: Paint\n- [/] Milestone 2: Show it\n  - [ ] Step 1: Draw\n- [>] Milestone 3: Sell it\n- [ ] Milestone 4: Rest\n  - [X] Step 1: Sit\n`,
    // A person has to settle the four marks; what lies above or below them waits.
    end: ['settle', 6],
  },
} as const;

describe('an agent that obeys next', () => {
  for (const [name, { path, text, end }] of Object.entries(PLANS)) {
    it(`takes a plan with ${name} to its end`, async () => {
      const folder = folderWith({ 'gates/gate-template.md': TEMPLATE, [path]: text });
      const git = (...words: string[]): string =>
        spawnSync('git', words, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8' }).stdout.trim();
      git('init', '-q');
      git('add', '-A');
      git('-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '-qm', 'x');
      const tree = git('rev-parse', 'HEAD');
      const { call } = await agentOn(folder, '--write');
      // A milestone without steps takes two calls more: it gets a step, which is done.
      const most = 3 * renderedTasks(text).length + 4;
      // A plan file is found without its path, since nothing else is in progress.
      let now = await call<Answer>('next_step', path === DOC ? { path } : {});
      assert.equal(now.path, path);
      for (let calls = 0; now.next; calls++) {
        assert.ok(calls < most, textOf(folder, path));
        const { action, line, verify } = now.next;
        const common = { path, version: now.version, line };
        now =
          action === 'start'
            ? await call<Answer>('start_milestone', { ...common, steps: ['Do it'] })
            : await call<Answer>('complete_step', {
                ...common,
                ...(verify !== null && { evidence: { exit: 0, tree } }),
              });
      }
      const left = renderedTasks(textOf(folder, path)).filter(({ mark }) => !/[xX]/.test(mark));
      const optional = textOf(folder, path).match(/\[ \]\*/g) ?? [];
      assert.deepEqual([now.reason, left.length + optional.length], end, textOf(folder, path));
    });
  }
});
