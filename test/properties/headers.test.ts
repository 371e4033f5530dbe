/** Each fix of header-field changes only its own key of a header. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap, parseDocument as parseYaml, stringify } from 'yaml';
import type { Environment } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import type { Finding } from '../../src/core/analysis/check';
import type { Fix } from '../../src/core/edits/problem';
import { fixText } from '../../src/core/fix/fixText';
import { readTemplate } from '../../src/core/template/template';
import { applyEdits } from '../../src/core/text/text';

const template = readTemplate(
  `---
title: <title>
authors:
  - "@janedoe" # Everybody who takes part.
reviewers: # Who decides.
- TBD
tags: [<tag>]
created: YYYY-MM-DD
status: draft | accepted | rejected
see-also:
  - "/docs/0001-other.md"
---

# <title>

## Summary (required)

Text.
`,
  'kep-template.md',
);
const environment: Environment = { templates: [], template, today: '2031-05-17', author: 'Zed: Q' };
const KEYS = ['title', 'authors', 'reviewers', 'tags', 'created', 'status', 'x', 'Author', 'date', 'a b'];

const scalar = fc.constantFrom<unknown>(
  ...['Kettle', 'a: b', '# c', '"q"', "it's", '<title>', '<tag>', 'YYYY-MM-DD', '2026-01-02', '23-07-2014'],
  ...['draft', 'draft | accepted | rejected', 'yes', '@ada', 'TBD', '[x]', '{y}', 'a\nb', ' ', 'state'],
  ...[null, true, 12, 1.5, ''],
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('status', 'created', 'y'), scalar, { maxKeys: 2 }) },
);
const written = fc
  .record({
    content: fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), value), {
      selector: ([key]) => key,
      maxLength: 6,
    }),
    quotes: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
    flow: fc.constantFrom('any' as const, 'flow' as const, 'block' as const),
    indented: fc.boolean(),
  })
  .map(({ content, quotes, flow, indented }) => {
    if (content.length === 0) return '';
    const options = { defaultStringType: quotes, collectionStyle: flow, indentSeq: indented, lineWidth: 0 };
    return stringify(Object.fromEntries(content), options);
  });

/** YAML with added comments and blank lines, even where they change its meaning: the result is just another input. */
const dressed = fc
  .tuple(
    written,
    fc.array(fc.tuple(fc.nat(12), fc.constantFrom('# c: d', '', '  # e', 'tail')), { maxLength: 3 }),
  )
  .map(([yaml, places]) => {
    const lines = yaml.split('\n').slice(0, -1);
    for (const [at, text] of places) {
      if (text === 'tail') lines[at] = lines[at] === undefined ? '' : `${lines[at]} # f`;
      else lines.splice(at, 0, text);
    }
    return lines.map((line) => `${line ?? ''}\n`).join('');
  });
const broken = fc
  .tuple(
    dressed,
    fc.nat(10),
    fc.constantFrom('- x', '  y', 'z', '"', '@w', '{', 'title: again', '\tt: u', ': v'),
  )
  .map(([yaml, at, line]) => `${yaml.split('\n').slice(0, -1).toSpliced(at, 0, line).join('\n')}\n`);
const matter = fc.oneof({ weight: 4, arbitrary: dressed }, { weight: 1, arbitrary: broken });

const front = fc
  .tuple(
    matter,
    fc.constantFrom('---', '---', '---', '...'),
    fc.constantFrom('', '', '', '\n', '<!-- c -->\n'),
  )
  .map(([yaml, close, above]) => `${above}---\n${yaml}${close}\n\n`);
const other = fc.constantFrom(
  ...['', '{"title": "x"}\n\n', '---\n{title: x}\n---\n\n', '+++\ntitle = "x"\n+++\n\n'],
  ...['+++\ncreated = "YYYY-MM-DD"\n[x]\ny = 1\n+++\n\n', '+++\nx y\n+++\n\n', '---\ntitle: x\n\n'],
  ...['<!--\ntitle: x\nstatus: draft\n-->\n\n', '```yaml\ntitle: x\ncreated: y\n```\n\n', '---\n---\n'],
);
const text = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: front }, { weight: 1, arbitrary: other }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.boolean(),
  )
  .map(
    ([head, ending, bom]) =>
      (bom ? '\uFEFF' : '') + `${head}# Kettle\n\n## Summary\n\nTea.\n`.replaceAll('\n', ending),
  );

/** The content of front matter, parsed independently; undefined if there is none, or it is no map. */
function contentOf(document: string): Record<string, unknown> | undefined {
  const lines = document.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (lines[0]?.trimEnd() !== '---' || end < 0) return undefined;
  const { contents, errors } = parseYaml(lines.slice(1, end).join('\n'), { logLevel: 'silent' });
  if (errors.length > 0 || (contents !== null && !isMap(contents))) return undefined;
  return contents === null ? {} : (contents.toJSON() as Record<string, unknown>);
}

function offered(document: string): { finding: Finding; fix: Fix }[] {
  return analyze(document, environment)
    .findings.filter(({ rule }) => rule === 'header-field')
    .flatMap((finding) => (finding.fixes ?? []).map((fix) => ({ finding, fix })))
    .filter(({ fix }) => fix.edits.length > 0);
}

function changedKeys(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** The lines that no edit touches. */
function restOf(document: string, { edits }: Fix): string[] {
  const lines = document.split(/(?<=\r\n|\n|\r(?!\n))/);
  const touched = new Set(
    edits
      .filter(({ range: { start, end } }) => start.character + end.character > 0)
      .map(({ range }) => range.start.line),
  );
  return lines.filter((_, at) => !touched.has(at));
}

describe('a fix of a header', () => {
  const options = { numRuns: 1500, seed: 7 };

  it('leaves valid YAML with one changed key, and keeps all other lines', () => {
    fc.assert(
      fc.property(text, (document) => {
        const before = contentOf(document);
        for (const { finding, fix } of offered(document)) {
          const after = applyEdits(document, fix.edits);
          const details = `${fix.title}: ${JSON.stringify(after)}`;
          const content = contentOf(after);
          const name = /"([^"]+)"/.exec(finding.message)?.[1] ?? '';
          if (before) assert.ok(content, details);
          const changed = content ? changedKeys(before ?? {}, content) : [];
          if (String(fix.title) !== 'Insert the header fields') assert.ok(changed.length <= 1, details);
          else assert.ok(changed.includes(name) || !content, details);
          for (const key of changed) {
            const list = Array.isArray(before?.[key]);
            if (list) assert.ok(Array.isArray(content?.[key]), `a list stays a list: ${details}`);
          }
          for (const line of restOf(document, fix))
            assert.ok(after.includes(line.replace(/^\uFEFF/, '')), details);
        }
      }),
      options,
    );
  });

  it('is idempotent, and inserts no facts unless a person chooses it', () => {
    fc.assert(
      fc.property(text, (document) => {
        const fix = (source: string): string =>
          fixText(source, environment, {
            rules: ['header-field'],
            applicability: ['safe', 'scaffold'],
          }).text;
        const once = fix(document);
        assert.equal(fix(once), once);
        for (const fact of ['2031-05-17', 'Zed: Q']) assert.ok(!once.includes(fact), once);
        assert.equal(fixText(document, environment, { rules: ['header-field'] }).text, document);
        for (const { fix: choice } of offered(document)) {
          const after = applyEdits(document, choice.edits);
          const again = offered(after).find((one) => String(one.fix.title) === String(choice.title));
          if (String(choice.title) !== 'Insert the header fields') assert.equal(again, undefined, after);
        }
      }),
      { ...options, numRuns: 500 },
    );
  });

  it('is never offered for a header that cannot be parsed', () => {
    const heads = fc.oneof(
      other,
      broken.map((yaml) => `---\n${yaml}\n---\n\n`),
      front,
    );
    fc.assert(
      fc.property(heads, (head) => {
        const document = `${head}# Kettle\n\n## Summary\n\nTea.\n`;
        const isToml = head.startsWith('+++') && !head.includes('x y');
        const understood = head === '' || isToml || contentOf(document) !== undefined;
        if (!understood)
          assert.deepEqual(
            offered(document).map(({ fix }) => fix.title),
            [],
          );
      }),
      options,
    );
  });
});
