import * as vscode from 'vscode';
import { BROKEN } from './fixtures';
import {
  closeAll,
  equal,
  findings,
  newPath,
  open,
  read,
  remove,
  ruleOf,
  type,
  until,
  write,
} from './support';

const CONFIG = '.design-docs.json';
const BASELINE = 'known.json';

function rulesOf(uri: vscode.Uri): string[] {
  return findings(uri).map(ruleOf);
}

describe('a baseline', () => {
  afterEach(async () => {
    await closeAll();
    await remove('docs', CONFIG, BASELINE);
  });

  it('silences what it lists while a new fault is heard, and follows its file', async () => {
    const path = newPath();
    const editor = await open(path, BROKEN);
    const { uri } = editor.document;
    await until('findings', () => rulesOf(uri).length > 3);
    const known = findings(uri).map((finding) => ({
      rule: ruleOf(finding),
      message: finding.message,
      count: 1,
    }));
    const baseline = (documents: object): string => JSON.stringify({ version: 1, documents });
    await write(BASELINE, baseline({ [path]: known }));
    await write(CONFIG, JSON.stringify({ baseline: BASELINE }));
    await until('the calm of a baseline', () => rulesOf(uri).length === 0);

    await type(editor, '- A table opens', '- [Gone](gone.md).\n');
    await until('the new fault', () => rulesOf(uri).includes('broken-link'));
    equal(rulesOf(uri).join(), 'broken-link', 'what is heard');

    await write(BASELINE, '{');
    const problems = vscode.Uri.joinPath(uri, '../../..', BASELINE);
    await until('the damage', () => vscode.languages.getDiagnostics(problems).length === 1);
    equal(rulesOf(uri).join(), 'broken-link', 'with a damaged file');
    await write(BASELINE, baseline({}));
    await until('all findings', () => rulesOf(uri).length > known.length);
    equal((await read(uri)) === BROKEN, true, 'the file is untouched');
  });
});
