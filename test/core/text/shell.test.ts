import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { shellWord } from '../../../src/core/text/shell';

describe('shellWord', () => {
  it('is one word in a POSIX shell, for any text', function () {
    if (process.platform === 'win32') this.skip();
    for (const path of ["/a b/it's", '/$(id)/`id`', '/a"b\\c;d&e|f', '-rf', '/*?[a]~{b,c}!', '/Ünï/🦉']) {
      const word = shellWord(path, '/bin/bash') ?? '';
      const { stdout } = spawnSync('/bin/sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' });
      assert.equal(stdout, path);
    }
  });

  it('quotes for the shells of Windows', () => {
    const path = "C:\\Users\\O'Neil $x\\next step.md";
    assert.equal(shellWord(path, 'C:\\Windows\\System32\\cmd.exe'), `"${path}"`);
    const single = "'C:\\Users\\O''Neil $x\\next step.md'";
    assert.equal(shellWord(path, 'C:\\Program Files\\PowerShell\\7\\pwsh.exe'), single);
    assert.equal(shellWord(path, 'powershell.exe'), single);
    assert.equal(shellWord('C:\\%TEMP%\\a', 'cmd.exe'), undefined);
  });

  it('refuses text that cannot be quoted safely', () => {
    assert.equal(shellWord('/a\nb', '/bin/zsh'), undefined);
    assert.equal(shellWord('C:\\it\u2019s', 'pwsh.exe'), undefined);
  });
});
