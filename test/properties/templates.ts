/** The project's templates, and random ones. */

import fc from 'fast-check';
import { readTemplate } from '../../src/core/template/template';
import { readRepo } from '../fixture';

/** The bundled design template. */
export const bundled = readTemplate(readRepo('media/templates/design.md'), 'design.md');
/** Templates of several families, the bundled one first. */
export const templates = [
  bundled,
  ...['brief', 'madr', 'rfc', 'react', 'table'].map((name) =>
    readTemplate(readRepo(`test/rules/templates/${name}.md`), `${name}.md`),
  ),
];

/** Texts of small templates: sections with any requirement, each with guidance. */
export const templateText = fc
  .tuple(
    fc.constantFrom('# Design: <Name>\n\n', '# RFC-NNNN: {title}\n\n', '# [Title]\n\n'),
    fc.array(
      fc.constantFrom(
        '**Status:** Draft',
        '- Author: <who>',
        'Created: YYYY-MM-DD',
        '**Kind:** a | b',
        '**Who:** {x}',
      ),
      { maxLength: 3 },
    ),
    fc.uniqueArray(fc.constantFrom('Summary', 'Goals', 'Work', 'Risks', 'Design / API', 'Open Questions'), {
      minLength: 1,
    }),
    fc.infiniteStream(
      fc.constantFrom('', ' (Required)', ' [optional]', ' *(mandatory)*', ' (Required when hot)'),
    ),
    fc.infiniteStream(
      fc.constantFrom(
        'Say in a few words what this is.',
        '- One thing that matters here.\n- Another thing (1–3 bullets).',
        'As a <user>, I want {thing}.',
        '- [ ] Milestone 1: <milestone>\n  - [ ] <step>',
        '### Details (Required)\n\nMore words about all that.',
        '> Optional, say more about this.',
        '<!-- A hint for the author. -->\n\nThe visible text stays here.',
        '<instructions>Hidden from readers.</instructions>\n\nText that is not hidden.',
      ),
    ),
  )
  .map(([head, fields, names, marks, bodies]) => {
    const header = fields.length > 0 ? `${[...new Set(fields)].join('\n')}\n\n` : '';
    const sections = names.map((one) => `## ${one}${marks.next().value}\n\n${bodies.next().value}\n`);
    return `${head}${header}${sections.join('\n')}`;
  });
