/** The tool `new_doc`: writes a new document from a template. */

import { nextJson } from '../json/plans';
import { summaryOf } from '../json/summary';
import { say } from '../text/message';
import { NEW_DOC } from './outputs';
import { about, tool } from './tool';

export const newDoc = tool({
  name: 'new_doc',
  title: say`New Design Doc`,
  description:
    "Writes a new design doc from the team's template into the folder of design docs, or into `dir`, named and numbered like the documents beside it, with today's date, and returns its path. An existing file is never overwritten. Next: write its sections into the file, call check_doc until no findings are left, then start_milestone.",
  input: {
    type: 'object',
    properties: {
      title: { type: 'string', maxLength: 200, description: 'The title, without a number or a prefix.' },
      template: {
        type: 'string',
        maxLength: 200,
        description: "The name of a template. The default is the team's usual one.",
      },
      dir: {
        type: 'string',
        maxLength: 1000,
        description: 'The folder for it, which may be a new one. Needed if several folders have design docs.',
      },
      optional: { type: 'boolean', description: "Write the template's optional sections, too." },
    },
    required: ['title'],
    additionalProperties: false,
  },
  output: NEW_DOC,
  writes: true,
  idempotent: false,
  confirm: ({ title, template, dir }) => {
    if (template === undefined)
      return dir === undefined
        ? say`Write a new design doc, "${title}".`
        : say`Write a new design doc, "${title}" into ${dir}.`;
    return dir === undefined
      ? say`Write a new design doc, "${title}", from the template ${template}.`
      : say`Write a new design doc, "${title}" into ${dir}, from the template ${template}.`;
  },
  async run(store, wanted) {
    const opened = await store.create(wanted);
    const { template: used, stage, findings } = summaryOf(opened.analysis);
    return {
      ...about(opened),
      template: used,
      stage,
      findings: findings.length,
      ...nextJson(opened.analysis),
    };
  },
});
