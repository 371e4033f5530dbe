/** The server finds what the command line finds. */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { DocumentJson } from '../../src/core/json/documents';
import { folderWith, run, runJson } from '../cli/program';
import { CLEAN, FLAWED, RECORD_TEMPLATE, TEMPLATE } from '../cli/texts';
import { root } from '../fixture';
import type { Editor } from './client';
import { editorOn } from './client';

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

/** A template in another language and of another shape than any of ours, and documents that follow it more or less. */
const FOREIGN = `# Vorschlag: <Titel>

| Feld | Wert |
| --- | --- |
| Status | Entwurf / Angenommen |
| Verantwortlich | <Name> |

## Anlass (Pflicht)

Warum jetzt? Höchstens drei Sätze.

## Lösung (Pflicht)

## Verworfene Wege (optional)

## Umsetzung (Pflicht)

- [ ] Etappe 1: <Etappe>
  - [ ] Schritt 1: <Schritt>
`;
const FOREIGN_DOCUMENT = `# Vorschlag: Neue Schleuse

| Feld | Wert |
| --- | --- |
| Status | Entwurf |
| Verantwortlich | <Name> |

## Lösung (Pflicht)

Ein Tor aus Stahl, siehe [Anlass](#anlas) und [Plan](plan.md).

## Anlass

## Umsetzung

- [x] Etappe 1: Planen
  - [ ] Schritt 1: Ausmessen
`;

const FILES = {
  'rfcs/template.md': TEMPLATE,
  'rfcs/1001.md': FLAWED,
  'rfcs/1002.md': CLEAN.replaceAll('\n', '\r\n'),
  'rfcs/1003.md': '# Proposal: Half\n\n**Status:** Dr\n\n## Problem\n\n- [ ](x.md#\n\n```\n## Steps Ahead\n',
  'docs/decisions/adr-template.md': RECORD_TEMPLATE,
  'docs/decisions/0001-use-tea.md': RECORD_TEMPLATE.replace('"{proposed | accepted}"', 'proposed'),
  'vorschläge und pläne/vorlage-template.md': FOREIGN,
  'vorschläge und pläne/0001-schleuse.md': FOREIGN_DOCUMENT,
  'vorschläge und pläne/0002-tor.md': FOREIGN_DOCUMENT.replace('Neue Schleuse', 'Tor').replace(
    'Entwurf',
    '😀 Angenommen',
  ),
};

/** The findings of the server, as the command line writes them. */
async function published(editor: Editor, file: string): Promise<object[]> {
  return (await editor.findings(file)).map(({ code, severity, message, range: { start, end } }) => ({
    rule: code,
    severity: SEVERITIES[severity ?? 0],
    message,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  }));
}

/** Compares the findings of each document of a folder, and returns how many there are. */
async function assertSame(folder: string): Promise<number> {
  const { documents } = runJson<{ documents: DocumentJson[] }>(folder, 'check');
  const editor = await editorOn(folder);
  let count = 0;
  for (const { path: name, findings } of documents) {
    const file = path.join(folder, name);
    await editor.open(file, fs.readFileSync(file, 'utf8'));
    const expected = findings.map(({ fixable: _, ...finding }) => finding);
    assert.deepEqual(await published(editor, file), expected, name);
    count += findings.length;
  }
  return count;
}

describe('the findings of the language server', () => {
  it('are those of check, with templates of several teams, also in a path with blanks and umlauts', async () => {
    const folder = folderWith(FILES);
    assert.ok((await assertSame(folder)) > 20);
  });

  it('are those of check with a configuration and a baseline', async () => {
    const folder = folderWith({
      ...FILES,
      '.design-docs.json': JSON.stringify({
        exclude: ['docs/**'],
        rules: { 'leftover-suffix': 'error', 'broken-link': 'off' },
        baseline: 'known.json',
      }),
    });
    assert.equal(run(folder, 'check', '--update-baseline').status, 0);
    fs.appendFileSync(path.join(folder, 'rfcs/1002.md'), '## Ideas\r\n');
    assert.equal(await assertSame(folder), 1);
  });

  it('are those of check in the sample workspace', async () => {
    const folder = folderWith({});
    fs.cpSync(path.join(root, 'test', 'workspace'), folder, { recursive: true });
    assert.ok((await assertSame(folder)) > 10);
  });
});
