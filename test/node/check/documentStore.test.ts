import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { openDocumentStore } from '../../../src/node/check/documentStore';
import { folderWith, textOf } from '../../cli/program';
import { CLEAN, TEMPLATE } from '../../cli/texts';

describe('the document store on a disk', () => {
  const place = (): string => folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': CLEAN });
  const quiet = (): void => undefined;

  it('does not replace a document that changed on the disk after it was opened', async () => {
    const folder = place();
    const store = openDocumentStore(folder, quiet);
    const opened = await store.open('rfcs/1.md');
    fs.writeFileSync(path.join(folder, 'rfcs/1.md'), 'newer');
    await assert.rejects(store.replace(opened, 'older'), /changed on the disk and was not overwritten/);
    assert.equal(textOf(folder, 'rfcs/1.md'), 'newer');
    assert.deepEqual(fs.readdirSync(path.join(folder, 'rfcs')), ['1.md', 'template.md']);
  });

  it('does not replace a document whose folder leads out by now', async () => {
    const [folder, outside] = [place(), folderWith({ '1.md': CLEAN })];
    const store = openDocumentStore(folder, quiet);
    const opened = await store.open('rfcs/1.md');
    fs.rmSync(path.join(folder, 'rfcs'), { recursive: true });
    fs.symlinkSync(outside, path.join(folder, 'rfcs'));
    await assert.rejects(store.replace(opened, 'other'), /lies outside of the workspace/);
    assert.equal(textOf(outside, '1.md'), CLEAN);
  });

  it('answers the document as it is after a change, and finds a folder that is a link itself', async () => {
    const folder = place();
    const link = path.join(folderWith({}), 'link');
    fs.symlinkSync(folder, link);
    const store = openDocumentStore(link, quiet);
    const opened = await store.open(path.join(folder, 'rfcs/1.md'));
    const changed = await store.replace(opened, `${CLEAN}\nMore.\n`);
    assert.deepEqual([changed.path, changed.text], ['rfcs/1.md', `${CLEAN}\nMore.\n`]);
    assert.equal(textOf(folder, 'rfcs/1.md'), changed.text);
  });
});
