import * as assert from 'node:assert/strict';
import type { EditorFacts } from './editor';
import { chooseEditor } from './editor';

const BARE: EditorFacts = {
  forced: undefined,
  platform: 'linux',
  arch: 'x64',
  hasDisplay: false,
  desktop: undefined,
  downloadAnswers: false,
};

describe('the choice of an editor', () => {
  const choose = (facts: Partial<EditorFacts>) => chooseEditor({ ...BARE, ...facts });

  it('is the installed desktop editor where there is a display', () => {
    assert.equal(choose({ hasDisplay: true, desktop: '/opt/code', downloadAnswers: true }), 'desktop');
  });

  it('is the download where nothing is installed', () => {
    assert.equal(choose({ hasDisplay: true, downloadAnswers: true }), 'download');
    assert.equal(choose({ platform: 'darwin', hasDisplay: true, downloadAnswers: true }), 'download');
  });

  it('is the server without a display, whatever else there is', () => {
    assert.equal(choose({ desktop: '/opt/code', downloadAnswers: true }), 'server');
    assert.equal(choose({ arch: 'arm64' }), 'server');
  });

  it('is the server with a display but without an editor or a way to get one', () => {
    assert.equal(choose({ hasDisplay: true }), 'server');
  });

  it('says what to install where nothing is possible', () => {
    assert.throws(() => choose({ platform: 'darwin', hasDisplay: true }), /Install VS Code/);
    assert.throws(() => choose({ arch: 'riscv64' }), /linux-riscv64.*Install VS Code/);
  });

  it('can be forced', () => {
    assert.equal(choose({ forced: 'server', hasDisplay: true, desktop: '/opt/code' }), 'server');
    assert.equal(choose({ forced: 'desktop', desktop: '/opt/code' }), 'desktop');
    assert.equal(choose({ forced: 'download' }), 'download');
    assert.equal(choose({ forced: '' }), 'server');
  });

  it('cannot be forced to what is not there', () => {
    assert.throws(() => choose({ forced: 'desktop' }), /no `code` on PATH/);
    assert.throws(() => choose({ forced: 'server', platform: 'win32' }), /not on win32-x64/);
    assert.throws(() => choose({ forced: 'emacs' }), /"emacs".*desktop, download or server/);
  });
});
