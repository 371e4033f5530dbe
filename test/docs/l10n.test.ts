/** Every text for people can be translated, and each translation is complete. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readRepo, root } from '../fixture';
import { filesBelow } from '../sources';
import { BUNDLE, codeTexts, placesOf, plainSentences, sentencesIn, textsIn } from './l10n';

type Texts = Readonly<Record<string, string>>;

function textsOf(file: string): Texts {
  return JSON.parse(readRepo(file));
}

describe('a text of the code', () => {
  const texts = codeTexts();

  it('is a literal, so that it can be translated', () => {
    assert.ok(texts.length > 300, 'the texts are found');
    assert.deepEqual(
      texts.filter(({ form }) => form === undefined).map(({ place }) => place),
      [],
      'give l10n.t a literal; a message of the core is made by say, and shown by localized()',
    );
  });

  it('has a place for each of its values, and a value for each place', () => {
    for (const { place, form = '', values } of texts) {
      const named = [...new Set(placesOf(form))].sort();
      if (values === undefined) continue;
      assert.deepEqual(
        named,
        Array.from({ length: values }, (_, at) => `{${at}}`),
        place,
      );
    }
  });

  it('is found as a call and as a message, also one in another', () => {
    const source = `vscode.l10n.t('Open {0}', say\`the \${a} of \${say\`it\`}\`); vscode.l10n.t(title);`;
    assert.deepEqual(
      textsIn('a.ts', source).map(({ form, values }) => [form, values]),
      [
        ['Open {0}', 1],
        ['the {0} of {1}', 2],
        ['it', 0],
        [undefined, 0],
      ],
    );
  });
});

describe('a sentence of the extension or the core', () => {
  it('is translated', () => {
    assert.deepEqual(plainSentences(), [], 'say it by vscode.l10n.t(…), in the core by say');
  });

  it('is found as a string and as a template, and is not found where it is translated', () => {
    const source = `a('Open it'); vscode.l10n.t('Close it'); say\`Wait for \${b}\`; c(\`Go to \${d}\`); e('no Text');`;
    assert.deepEqual(sentencesIn('a.ts', source), ['Open it', 'Go to {0}']);
  });
});

describe('the manifest', () => {
  it('names the folder of the translations', () => {
    const { l10n }: { readonly l10n?: string } = JSON.parse(readRepo('package.json'));
    assert.equal(l10n, './l10n');
  });
});

/** The languages that there is any translation to. */
const languages = new Set(
  [...readdirSync(root), ...filesBelow('l10n', '.json').map((file) => path.posix.basename(file))].flatMap(
    (name) => /^(?:bundle\.l10n|package\.nls)\.([\w-]+)\.json$/.exec(name)?.[1] ?? [],
  ),
);

/** The share of texts that may be the same in both languages, such as names. */
const MAX_SAME = 0.1;

for (const language of languages) {
  describe(`the translation to ${language}`, () => {
    for (const [source, file] of [
      [BUNDLE, `l10n/bundle.l10n.${language}.json`],
      ['package.nls.json', `package.nls.${language}.json`],
    ] as const) {
      it(`${file} has each text, with its places, code and links`, () => {
        assert.ok(existsSync(path.join(root, file)), 'the file is missing');
        assert.deepEqual(faults(textsOf(source), textsOf(file)), []);
      });
    }
  });
}

/** What is wrong with a translation, a sentence for each fault. */
function faults(english: Texts, translated: Texts): string[] {
  const found: string[] = [];
  for (const key of Object.keys(english)) if (!(key in translated)) found.push(`no translation: ${key}`);
  for (const [key, text] of Object.entries(translated)) {
    const original = english[key];
    if (original === undefined) found.push(`no such text: ${key}`);
    else if (text.trim() === '') found.push(`empty: ${key}`);
    else if (keptOf(text).join() !== keptOf(original).join())
      found.push(`${key}\n  expected ${keptOf(original).join(' ')} in: ${text}`);
  }
  const same = Object.keys(english).filter((key) => translated[key] === english[key]);
  if (same.length > MAX_SAME * Object.keys(english).length) found.push(`${same.length} texts are English`);
  return found;
}

/** What is the same in each language: places, code, icons, and the targets of links. */
function keptOf(text: string): string[] {
  const parts = text.matchAll(/`[^`]+`|\$\([\w-]+\)|\]\([^)]*\)/g);
  return [...placesOf(text), ...[...parts].map(([part]) => part).sort()];
}

describe('a translation', () => {
  const english = { a: 'Open {0} with `code`', b: '[Open](command:x) it', c: 'Close', d: 'Now' };

  it('is faulty with a text too few or too many, an empty one, and one without what must stay', () => {
    const good = { a: '{0} mit `code` öffnen', b: '[Öffnen](command:x)', c: 'Zu', d: 'Jetzt' };
    assert.deepEqual(faults(english, good), []);
    const { d, ...fewer } = good;
    assert.equal(faults(english, fewer).length, 1, `without "${d}"`);
    const wrongs: readonly Texts[] = [
      { e: 'Mehr' },
      { c: ' ' },
      { a: '{1} mit `code`' },
      { a: '{0} mit Kode' },
      { b: '[Öffnen](command:y)' },
    ];
    for (const wrong of wrongs)
      assert.equal(faults(english, { ...good, ...wrong }).length, 1, JSON.stringify(wrong));
    assert.equal(faults(english, english).length, 1, 'not translated at all');
  });
});
