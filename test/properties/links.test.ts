/** Links and anchors, compared with github-slugger and with markdownlint's rule for link fragments (MD051). */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { analyze } from '../../src/core/analysis/analyze';
import { parseDocument } from '../../src/core/document/document';
import { anchorLine, anchorsOf } from '../../src/core/document/links/anchors';
import { slugsOf } from '../../src/core/document/links/slugs';
import { fixText } from '../../src/core/fix/fixText';
import { slip, slipped } from './slips';
import { templates } from './templates';

const { default: Slugger }: { default: new () => { slug(text: string): string } } = require('github-slugger');
const { lint }: { lint(options: object): Readonly<Record<string, readonly object[]>> } =
  require('markdownlint/sync');

const [template] = templates;
const environment = { templates, template, today: '2026-11-22' };
const markdown = new MarkdownIt({ html: true });

/** A choice of the given tokens, which are separated by spaces. */
function each(list: string): fc.Arbitrary<string> {
  return fc.constantFrom(...list.split(' '));
}

const word = fc.oneof(
  each(
    'Tea pot a_b snake_case 1 2.0 Über Größe 日本 设计 İstanbul Ὀδυσσεύς e\u0301 ² ½ Ⅷ ⓐ ٣ \u200d 🚀 🛠\uFE0F',
  ),
  each('— … «x» （可选） \u00a0 ? ! / & + $ %'),
);
const around = each('*§* _§_ **§** `§` ~~§~~ [§](x.md) [§][r] [§] ![§](y.png) <b>§</b> (§)');
const inline = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 3, arbitrary: fc.tuple(around, word).map(([signs, own]) => signs.replace('§', () => own)) },
  each('&amp; &eacute; &#x41; \\_ \\* \\# <br> <!-- --> <https://x.org> * _ ` < [ ] { } :tea: #'),
  fc.constant('  '),
);
/** The inline source of a heading, as the block parser returns it. */
const title = fc
  .array(inline, { minLength: 1, maxLength: 6 })
  .chain((parts) =>
    fc.constantFrom('', ' ').map((gap) =>
      parts
        .join(gap)
        .replace(/[ \t#]+$/, '')
        .trim(),
    ),
  )
  .filter((text) => /[^\s#=-]/.test(text));

/** The rendered text of a heading, with or without the alternative text of its images. */
function shown(tokens: readonly MarkdownIt.Token[], images: boolean): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'image') return images ? shown(children ?? [], true) : '';
      return type === 'html_inline' ? '' : type.endsWith('break') ? '\n' : content;
    })
    .join('');
}

function references(labels: readonly string[]) {
  return Object.fromEntries(labels.map((label) => [label, { href: '#', title: '' }]));
}

/** The anchors of a text's headings by github-slugger. */
function slugsIn(text: string, images: boolean): string[] {
  const slugger = new Slugger();
  const tokens = markdown.parse(text, {});
  return tokens.flatMap(({ type }, at) =>
    type === 'heading_open' ? slugger.slug(shown(tokens[at + 1]?.children ?? [], images)) : [],
  );
}

const heading = fc
  .tuple(fc.constantFrom('# §', '## §', '### § ##', '§\n===', '> ## §', '- ### §', '1. > # §'), title)
  .map(([around, own]) => around.replace('§', () => own));
const headings = fc.array(heading, { minLength: 1, maxLength: 8 });

describe('anchors', () => {
  it('are those of github-slugger for any heading', () => {
    fc.assert(
      fc.property(title, fc.boolean(), (source, defined) => {
        const labels = defined ? ['R', 'TEA'] : [];
        const [token] = markdown.parseInline(source, { references: references(labels) });
        const { github, slugger } = slugsOf(source, labels.join('\n'));
        assert.equal(github, new Slugger().slug(shown(token?.children ?? [], false)));
        assert.equal(slugger, new Slugger().slug(shown(token?.children ?? [], true)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('exist for all headings of a document, numbered as by github-slugger', () => {
    fc.assert(
      fc.property(headings, (own) => {
        const text = `${own.join('\n\n')}\n\n[r]: x.md\n`;
        for (const images of [true, false]) {
          const slugs = slugsIn(text, images).filter((slug) => !/^(?:-\d+)?$/.test(slug));
          const links = slugs.map((slug) => `[x](<#${encodeURIComponent(slug)}>)`).join('\n');
          const { findings } = analyze(`${text}\n\n${links}\n`, environment);
          const broken = findings.filter(({ rule }) => rule === 'broken-link').map(({ message }) => message);
          // Headings are numbered among those with the same text, with images or without.
          if (images || !text.includes('![')) assert.deepEqual(broken, [], text);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are as many as the headings', () => {
    fc.assert(
      fc.property(headings, (own) => {
        const text = own.join('\n\n');
        const anchors = anchorsOf(parseDocument(text));
        for (const slug of new Set(slugsIn(text, true))) {
          assert.equal(anchorLine(anchors, `${slug}-${own.length}`), undefined, text);
          assert.equal(anchorLine(anchors, `zz${slug}`), undefined, text);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('safe fixes of links', () => {
  it('add no finding of markdownlint', () => {
    const dead = (text: string): number => {
      try {
        return (lint({ strings: { text }, config: { default: false, MD051: true } }).text ?? []).length;
      } catch {
        // It fails on an address that starts with a character outside the basic multilingual plane.
        return 0;
      }
    };
    let fixed = 0;
    fc.assert(
      fc.property(headings, fc.array(slip, { minLength: 1, maxLength: 5 }), (own, slips) => {
        const body = `${own.join('\n\n')}\n\n[r]: x.md\n`;
        const slugs = slugsIn(body, true);
        const links = slips.map(
          ([at, kind]) => `[x](<#${slipped(slugs[at % slugs.length] ?? '', at, kind)}>)`,
        );
        const text = `${body}\n\n${links.join('\n')}\n`;
        const after = fixText(text, environment, { rules: ['broken-link'] });
        fixed += after.count;
        assert.ok(dead(after.text) <= dead(text), `${text}\n---\n${after.text}`);
      }),
      { numRuns: 1_000 },
    );
    assert.ok(fixed > 100, `only ${fixed} were fixed`);
  });
});
