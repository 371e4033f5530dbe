// The walkthrough in each theme: every step has its picture, whose texts can be read, and its button works.

import { deepEqual, ok } from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe';
import { leastContrastIn } from './contrast';
import { cursorAt, planRow, runCommand, settle, until } from './gestures';
import { CONTRASTS, SAMPLE, useWorkbench } from './page';

const STEPS = [
  { id: 'create', title: 'Create a design doc', button: 'New Design Doc' },
  { id: 'fill', title: 'Fill it in', button: 'Go to Next Placeholder' },
  { id: 'check', title: 'Check it', button: 'Check Ready for Review' },
  { id: 'plan', title: 'Work through the plan', button: 'Show Plan' },
  { id: 'handOff', title: 'Hand a step to an agent', button: 'Hand Next Step to Agent' },
] as const;

interface Picture {
  readonly words: string;
  readonly html: string;
  readonly contrast: number;
}

/** The picture of a step, or undefined while VS Code puts another frame in the place of the last one. */
async function pictureOf(page: Page, wordsBefore: string): Promise<Picture | undefined> {
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const picture = frame.locator('svg');
  try {
    const words = await picture.getAttribute('aria-label', { timeout: 2_000 });
    if (!words || words === wordsBefore) return undefined;
    const html = await frame.locator('html').evaluate((root) => root.outerHTML);
    return { words, html, contrast: await leastContrastIn(picture) };
  } catch {
    return undefined;
  }
}

/** What axe finds in a picture. Its frame allows no scripts, so a copy is examined in a page of its own. */
async function faultsOf(page: Page, html: string): Promise<string[]> {
  const copy = await page.context().browser()?.newPage();
  if (!copy) throw new Error('The page has no browser.');
  await copy.setContent(html);
  const faults = await axeFaults(copy.mainFrame(), 'svg');
  await copy.close();
  return faults;
}

for (const [name, theme, least] of CONTRASTS) {
  describe(`the walkthrough in ${theme}`, () => {
    const workbench = useWorkbench({ folder: SAMPLE, file: 'README.md', theme });

    it('has a picture of each step, whose texts can be read', async () => {
      const { page, screenshot } = workbench();
      await runCommand(page, 'Design Docs: Open Walkthrough');
      const details = page.locator('.gettingStartedContainer .gettingStartedDetailsContent');
      await details.getByText('Get Started with Design Docs').waitFor();
      let words = '';
      for (const { id, title, button } of STEPS) {
        const step = details.locator('button.getting-started-step').filter({ hasText: title });
        if (!(await step.getAttribute('class'))?.includes('expanded')) await step.click();
        await details.getByRole('button', { name: button, exact: true }).waitFor();
        const picture = await until(`the picture of ${id}`, () => pictureOf(page, words));
        words = picture.words;
        ok(words.length > 20, words);
        ok(picture.contrast >= least, `${id}: a contrast of ${picture.contrast}, not ${least}`);
        deepEqual(await faultsOf(page, picture.html), []);
        await settle(page);
        await screenshot(`walkthrough-${id}-${name}`);
      }
    });
  });
}

describe('a sample from the walkthrough', () => {
  const workbench = useWorkbench({ folder: SAMPLE, file: 'README.md' });

  it('opens with its plan, and what the next steps of the walkthrough do works on it', async () => {
    const { page, screenshot } = workbench();
    await runCommand(page, 'Design Docs: Open Walkthrough');
    const details = page.locator('.gettingStartedContainer .gettingStartedDetailsContent');
    await details.getByText('Try on a sample', { exact: true }).click();
    await page.locator('.tab.active').filter({ hasText: '0002-flood-alerts.md' }).waitFor();
    await page.locator('.editor-instance .squiggly-warning').first().waitFor();
    await planRow(page, 'Send one message for each crossing').first().waitFor();
    await settle(page);
    await screenshot('sample');
    await page.locator('.tab').filter({ hasText: 'Welcome' }).click();
    await details.locator('button.getting-started-step').filter({ hasText: 'Fill it in' }).click();
    await details.getByRole('button', { name: 'Go to Next Placeholder' }).click();
    // The first open place is the section that is empty.
    await cursorAt(page, 'Ln 52, Col 1');
  });
});
