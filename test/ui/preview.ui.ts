// The overview above a design doc in the built-in Markdown preview, in each theme.
import { deepEqual, match, ok, strictEqual } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { axeFaults } from './axe';
import { contrastOf } from './contrast';
import { crop, goTo, openFile, runCommand, settle, until } from './gestures';
import { CONTRASTS, SAMPLE, useWorkbench } from './page';

const FILE = 'docs/design_docs/0002-flood-alerts.md';
const OVERVIEW = '.design-docs-overview';

/** Empties a section, so that there is something that is not written. */
function emptyGoals(folder: string): void {
  const file = path.join(folder, FILE);
  const text = readFileSync(file, 'utf8');
  const emptied = text.replace(/(\n## Non-Goals\n)[\s\S]*?(?=\n## )/, '$1');
  ok(emptied !== text, 'the sample has non-goals');
  writeFileSync(file, emptied);
}

/** The overview in a frame, as a person reads it; empty if there is none. */
async function textOf(frame: Frame): Promise<string> {
  const overview = frame.locator(OVERVIEW);
  return (await overview.isVisible())
    ? (await overview.innerText({ timeout: 1_000 })).replace(/\s+/g, ' ')
    : '';
}

/** The frame of the preview, once its overview says what is expected. VS Code may render a preview anew in another frame. */
async function previewFrame(page: Page, expected = /./): Promise<Frame> {
  return until(`${expected} in the overview of the preview`, async () => {
    for (const frame of page.frames()) {
      const text = await textOf(frame).catch(() => '');
      if (expected.test(text)) return frame;
    }
    return undefined;
  });
}

for (const [name, theme, least] of CONTRASTS) {
  describe(`the Markdown preview in ${theme}`, () => {
    const workbench = useWorkbench({ folder: SAMPLE, prepare: emptyGoals, theme });

    it('shows the document at a glance, to be read by everyone', async () => {
      const { page, screenshot } = workbench();
      await openFile(page, path.basename(FILE));
      await runCommand(page, 'Markdown: Open Preview to the Side');
      const frame = await previewFrame(page);
      const text = await textOf(frame);
      match(text, /^In Progress .*\d+ of \d+ steps done/);
      match(text, /Not written: Non-Goals/);
      await settle(page);
      await screenshot(`preview-${name}`);
      await crop(page, `preview-${name}-crop`, page.locator('iframe.webview').first());
      deepEqual(await axeFaults(frame, OVERVIEW), []);
      for (const part of ['.design-docs-stage', '.design-docs-title', '.design-docs-count']) {
        const contrast = await contrastOf(frame.locator(part).first());
        ok(contrast >= least, `${part}: a contrast of ${contrast}, not ${least}`);
      }
    });

    if (name !== 'dark') return;

    it('follows the text as it is typed', async () => {
      const { page, read } = workbench();
      await previewFrame(page, /10 of 16 steps done/);
      const lines = read(FILE).split('\n');
      const line = lines.findIndex((one) => one.includes('- [ ] Move what is still queued'));
      ok(line >= 0, 'the sample has an open step');
      await page.locator('.editor-instance .view-lines').first().click();
      await goTo(page, line + 1, 1);
      await runCommand(page, 'Design Docs: Complete Step at Cursor');
      await previewFrame(page, /11 of 16 steps done/);
      await until('the saved tick', async () => {
        await page.keyboard.press('Control+s');
        return read(FILE).includes('- [x] Move what is still');
      });
      strictEqual(
        read(FILE),
        lines.join('\n').replace('- [ ] Move what is still', '- [x] Move what is still'),
      );
    });
  });
}
