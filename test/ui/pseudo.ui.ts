// Every text that the extension draws can be translated: in a language of other letters, no word has plain ones.

import { deepStrictEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { rules } from '../../src/core/rules/index';
import { ROOT } from '../harness/root';
import { appears, findCommand, goTo, openFile, quickFix, runCommand, settle, until } from './gestures';
import { SAMPLE, useWorkbench } from './page';
import { addPseudo, PSEUDO, plainWords, pseudo } from './pseudo';

const FOLDER = 'docs/design_docs';
const OPEN = '0001-zuvo.md';
const CLOSED = '0002-kexo.md';
const TEMPLATES = path.join(ROOT, 'media', 'templates');

/** A document of invented words, so that a word of the extension is none of its own, with faults of several kinds. */
const documentNamed = (name: string): string => `# Design: ${name}

**Status:** In Progress
**Author:** Vuxa
**Created:** 2026-10-01

## Goals

- Ruvo [tila](nozo.md)

## Summary

## Implementation Plan

- [ ] Fovu
  - [x] Pazo
  - [ ] Qemo
- [x] Duvo
  - [ ] Lixu
`;

/** What the extension shows of the documents and their template, and names that are no words. */
const SAME: readonly string[] = [
  ...['Design Docs', 'Design: ', 'In Progress', OPEN, CLOSED, FOLDER, 'README.md', 'nozo.md'],
  ...['Zuvo', 'Kexo', 'Vuxa', 'Ruvo', 'tila', 'Fovu', 'Pazo', 'Qemo', 'Duvo', 'Lixu'],
  ...headings(),
  ...readdirSync(TEMPLATES).map((name) => path.basename(name, '.md')),
  ...['design-docs', ...rules.map(({ id }) => id)],
];

/** The names of the sections of the bundled template. */
function headings(): string[] {
  const template = readFileSync(path.join(TEMPLATES, 'design.md'), 'utf8');
  return [...template.matchAll(/^#+ (.*?)(?: \(.*\))?$/gm)].flatMap(([, name = '']) => name);
}

describe('in another language', () => {
  const workbench = useWorkbench({
    folder: SAMPLE,
    prepare: (folder) => {
      rmSync(path.join(folder, 'docs', 'decisions'), { recursive: true });
      for (const name of ['0002-flood-alerts.md', '0003-gauge-log-upload.md', '0001-append-only-readings.md'])
        rmSync(path.join(folder, FOLDER, name));
      writeFileSync(path.join(folder, FOLDER, OPEN), documentNamed('Zuvo'));
      writeFileSync(path.join(folder, FOLDER, CLOSED), documentNamed('Kexo'));
    },
    language: PSEUDO,
    prepareExtension: addPseudo,
  });

  /** Fails if a text has a word in plain letters that is neither the document's nor the editor's own. */
  function translated(texts: readonly string[], own: readonly string[] = []): void {
    ok(
      texts.some((text) => text.includes('⟦')),
      `something of the extension in: ${texts.join('\n')}`,
    );
    deepStrictEqual(
      texts.flatMap((text) => {
        const words = plainWords(text, [...SAME, ...own]);
        return words.length > 0 ? [`${words.join(' ')} in: ${text}`] : [];
      }),
      [],
    );
  }

  const labels = (elements: Locator): Promise<string[]> =>
    elements.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));

  it('the views are, without an open document', async () => {
    const { page, screenshot } = workbench();
    await page.locator('.activitybar').getByRole('tab', { name: 'Design Docs' }).click();
    const bar = page.locator('.part.sidebar');
    await bar.locator('.monaco-list-row').filter({ hasText: 'Kexo' }).waitFor();
    await settle(page);
    await screenshot('pseudo-views');
    translated(await bar.locator('.pane-header .title').allTextContents());
    translated(await labels(bar.locator('.monaco-list-row')));
    translated(await bar.locator('.welcome-view-content, .message').allInnerTexts());
  });

  it('an open document, its plan and the status bar are', async () => {
    const { page, screenshot } = workbench();
    await openFile(page, OPEN);
    await page.locator('.codelens-decoration').filter({ hasText: '⟦' }).first().waitFor();
    const bar = page.locator('.part.sidebar');
    await bar.locator('.monaco-list-row').filter({ hasText: 'Qemo' }).first().waitFor();
    await settle(page);
    await screenshot('pseudo-document');
    translated(await page.locator('.codelens-decoration').allTextContents());
    translated(await labels(bar.locator('.monaco-list-row')));
    translated(await bar.locator('.monaco-list-row').allTextContents());
    translated(await labels(page.locator('.statusbar-item[id^="design-docs.design-docs"]')));
    await bar
      .locator('.monaco-list-row')
      .filter({ hasText: pseudo('Findings') })
      .click();
    const finding = bar.locator('.monaco-list-row[aria-level="2"]').filter({ hasText: '⟦' });
    await finding.first().waitFor();
    translated(await finding.allTextContents());
  });

  it('findings of open and closed documents are', async () => {
    const { page, screenshot } = workbench();
    await runCommand(page, pseudo('Check All Design Docs'));
    const rows = page.locator('.markers-panel .monaco-list-row[aria-level="2"]');
    await until('the findings of both documents', async () => {
      const files = page.locator('.markers-panel .monaco-list-row[aria-level="1"]');
      return (await files.count()) === 2 && (await rows.count()) > 8;
    });
    await settle(page);
    await screenshot('pseudo-problems');
    translated(await rows.allTextContents(), ['Ln ', 'Col ']);
  });

  it('quick fixes are', async () => {
    const { page, screenshot } = workbench();
    await goTo(page, 1, 5);
    await quickFix(page, '⟦');
    const titles = page.locator('.action-widget .monaco-list-row.action .title');
    await screenshot('pseudo-fixes');
    translated(await titles.allTextContents());
    await page.keyboard.press('Escape');
  });

  it('commands are', async () => {
    const { page, screenshot } = workbench();
    await findCommand(page, 'Design Docs', 'Design Docs: ⟦');
    await screenshot('pseudo-commands');
    const names = page.locator('.quick-input-list .quick-input-list-row:first-child .label-name');
    const shown = (await names.allTextContents()).filter((name) => name.startsWith('Design Docs: '));
    ok(shown.length > 5, shown.join('\n'));
    translated(shown);
    await page.keyboard.press('Escape');
  });

  it('questions and lists of commands are', async () => {
    const { page, screenshot } = workbench();
    const input = page.locator('.quick-input-widget input.input');
    for (const [name, title] of [
      ['ready', 'Check Ready for Review'],
      ['new', 'New Design Doc'],
      ['group', 'Group Documents'],
    ] as const) {
      await runCommand(page, pseudo(title));
      await until(`a question of ${title}`, async () => (await placeholderOf(input))?.includes('⟦'));
      await screenshot(`pseudo-${name}`);
      const rows = page.locator('.quick-input-list .monaco-list-row');
      translated([
        (await placeholderOf(input)) ?? '',
        ...(await page.locator('.quick-input-title').allTextContents()),
        ...(await rows.allInnerTexts()),
      ]);
      await page.keyboard.press('Escape');
      await input.waitFor({ state: 'hidden' });
    }
  });

  it('a hover is', async () => {
    const { page, screenshot } = workbench();
    const line = page.locator('.editor-instance .view-line').filter({ hasText: 'Qemo' }).first();
    const box = await line.boundingBox();
    ok(box);
    const hover = page.locator('.monaco-hover .hover-row');
    await until('the hover', async () => {
      await page.mouse.move(box.x + 120, box.y + 60);
      await page.mouse.move(box.x + 60, box.y + 9, { steps: 3 });
      return appears(hover.first());
    });
    await screenshot('pseudo-hover');
    translated(await hover.allTextContents());
    await settle(page);
  });

  it('the hovers of the configuration are', async () => {
    const { page, folder, screenshot } = workbench();
    writeFileSync(path.join(folder, '.design-docs.json'), '{\n  "author": "Vuxa"\n}\n');
    await openFile(page, '.design-docs.json');
    const hover = page
      .locator('.monaco-hover .hover-row')
      .filter({ hasText: pseudo('The author of new documents.') });
    await until('the hover of a key', async () => {
      // JSON is read some time after the file is opened.
      await goTo(page, 2, 6);
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      return appears(hover);
    });
    await screenshot('pseudo-configuration');
    await page.keyboard.press('Escape');
    await openFile(page, OPEN);
  });

  it('the overview in the preview and the Progress panel are', async () => {
    const { page, screenshot } = workbench();
    await runCommand(page, 'Markdown: Open Preview to the Side');
    translated([await textInFrame(page, '.design-docs-overview')]);
    await screenshot('pseudo-preview');
    await runCommand(page, pseudo('Show Progress'));
    translated([await textInFrame(page, 'body:has(table.documents)')]);
    await screenshot('pseudo-progress');
  });
});

/** The text of the input, which a screen reader says, too. */
async function placeholderOf(input: Locator): Promise<string | null> {
  return (await input.isVisible()) ? input.getAttribute('placeholder') : null;
}

/** The text of an element in a webview, once it is there. */
function textInFrame(page: Page, selector: string): Promise<string> {
  return until(selector, async () => {
    for (const frame of page.frames()) {
      const element = frame.locator(selector);
      const text = await element.innerText({ timeout: 1_000 }).catch(() => '');
      if (text.includes('⟦')) return text;
    }
    return undefined;
  });
}
