/** Random documents of all elements of design docs, in any order and partly broken. */

import fc from 'fast-check';
import { anyString } from '../random';
import { bundled } from './templates';

/** A unique word of the author; `§` is replaced by a number when the document is assembled. */
const OWN = 'qq§';

const known = fc.constantFrom(...bundled.specs.flatMap((spec) => [spec.title, ...spec.aliases]));
const strange = fc.constantFrom('Tea', 'P0', 'Cups and saucers', 'None', '`Code`', '*Emphasis*', 'A / B: c');
const mark = fc.constantFrom(
  '',
  '',
  '',
  ' (Required)',
  ' (Optional)',
  ' *(mandatory)*',
  ' (sketch)',
  ' {#Id}',
  ' ##',
);
const heading = fc
  .oneof(
    fc.tuple(fc.constant('##'), known, mark),
    fc.tuple(fc.constantFrom('##', '###', '####', '######'), strange, mark),
  )
  .map(([level, title, tail]) => `${level} ${title}${tail}`);
const underlined = fc.oneof(known, strange).map((title) => `${title}\n---`);

const prose = fc.constantFrom(
  `Text ${OWN} of the author.`,
  `Two lines ${OWN}\nof text ${OWN}`,
  `An untrusted ${OWN} attacker`,
  `A hostile ${OWN} secret`,
  `A [link](#summary) ${OWN} and [one](gone.md)`,
  `<Feature Name> ${OWN} and <single actionable task>`,
  `\`<code>\` ${OWN} <br> <!-- note -->`,
  'TBD',
  'N/A',
  `> quoted ${OWN}\n> - [ ] task ${OWN}`,
);
const task = fc
  .tuple(
    fc.constantFrom('', '', '  ', '    ', '\t'),
    fc.constantFrom('-', '-', '*', '1.', '2)'),
    fc.constantFrom(' [ ] ', ' [x] ', ' [X] ', ' [~] ', ' [] ', '[ ] ', ' [x]', ' [in-flight] ', ' '),
    fc.constantFrom('Milestone 1: ', '**Phase 2** ', 'M3 ', 'Step 1: ', ''),
  )
  .map(([indent, bullet, box, label]) => `${indent}${bullet}${box}${label}do ${OWN} and nothing more`);
const list = fc.array(task, { minLength: 1, maxLength: 7 }).map((lines) => lines.join('\n'));
const block = fc.oneof(
  { weight: 4, arbitrary: prose },
  { weight: 3, arbitrary: list },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      `\`\`\`text\n## Summary\n- [ ] code ${OWN}\n<Feature Name>\n\`\`\``,
      `~~~mermaid\nflowchart ${OWN}\n~~~`,
      `    - [ ] indented ${OWN}`,
      `<!-- comment ${OWN} -->`,
      `<!--\n## Goals\n- [ ] comment ${OWN}\n-->`,
      '<!-- design-docs: disable leftover-suffix -->',
      `| a | b |\n| --- | --- |\n| ${OWN} | TODO |`,
      `<details>\n\n- [ ] inside ${OWN}\n\n</details>`,
      '---',
      '<instructions>one line</instructions>',
      '<instructions>\nOMIT the suffixes.\n\nMore.\n</instructions>',
      '# <instructions>\n\n# OMIT the suffixes.\n\n# \n\n# </instructions>',
      '# <instructions>\n# More.\n</instructions>',
    ),
  },
);
const section = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: heading }, { weight: 1, arbitrary: underlined }),
    fc.array(block, { maxLength: 4 }),
    fc.constantFrom('\n\n', '\n\n', '\n\n\n'),
  )
  .map(([head, blocks, gap]) => [head, ...blocks].join(gap));
const field = fc.constantFrom(
  '**Status:** Draft',
  '**Status:** In Progress',
  '**Status:** Implemented',
  '**Status:** Simmering',
  '**Author:** <Your Name or Exact Model Identifier>',
  '**Author:** Ada',
  `**Author:** <Your Name or Exact Model Identifier>\nwith more ${OWN} on the next line`,
  '- Created: YYYY-MM-DD',
  '**Created:** 2026-13-45',
  'Created: 2026-01-02',
  `**Related:** ${OWN}`,
  `\nA remark ${OWN}.\n`,
  '**Status:**',
);
const title = fc.constantFrom(
  '# Design: Kettle',
  '# Design: <Feature Name>',
  '# Kettle',
  'Design: Kettle\n===',
  '',
);
const frontMatter = fc.constantFrom(
  '',
  '',
  '',
  '---\nstatus: draft\ndate: YYYY-MM-DD\n---\n\n',
  '+++\nstatus = "draft"\ndate = 2026-01-02\n+++\n\n',
  '+++\nstatus = not valid\n+++\n\n',
  '---\nnot: closed\n\n',
);

/** Sections with a numbered word of the author in all text that is not from the template. */
const body = fc
  .tuple(
    frontMatter,
    title,
    fc.array(field, { maxLength: 4 }),
    fc.array(section, { maxLength: 12 }),
    fc.constantFrom('', `The end ${OWN} of all.`),
  )
  .map(([matter, head, fields, sections, ending]) => {
    let count = 0;
    const parts = [head, fields.join('\n'), ...sections, ending].filter((part) => part !== '');
    return `${matter}${parts.join('\n\n')}\n`.replaceAll('§', () => `${count++}q`);
  });

/** A document as an editor saves it. */
export interface Saved {
  readonly text: string;
  readonly ending: string;
  readonly bom: boolean;
}

/** The documents with any line ending, with or without a byte order mark and a final line ending. */
export const saved: fc.Arbitrary<Saved> = fc
  .tuple(body, fc.constantFrom('\n', '\n', '\r\n', '\r'), fc.boolean(), fc.boolean())
  .map(([text, ending, bom, closed]) => ({
    text: (bom ? '\uFEFF' : '') + (closed ? text : text.trimEnd()).replaceAll('\n', ending),
    ending,
    bom,
  }));

/** Random text of characters that have a meaning in Markdown or in templates. */
export const noise = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '#',
          '# ',
          '## ',
          '- ',
          '- [ ] ',
          '[x]',
          '[',
          ']',
          '(',
          ')',
          '<',
          '>',
          '{',
          '}',
          '`',
          '```',
          '*',
          '**',
          '|',
        ],
        ...[
          '\n',
          '\n\n',
          '\r\n',
          '\r',
          '\t',
          '    ',
          '---',
          '===',
          '<!--',
          '-->',
          '<instructions>',
          '</instructions>',
        ],
        ...[
          ':',
          'Status: ',
          '**Status:** ',
          'YYYY-MM-DD',
          'TBD',
          '\\',
          '\uFEFF',
          '\0',
          '\u2028',
          '🚧',
          'a',
          'Summary',
        ],
        ...['(Required)', '1. ', '> ', '~~~', '<a b>', '](x)', 'design-docs:', ' disable all ', '{#x}'],
      ),
      anyString(4),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
