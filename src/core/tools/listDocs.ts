/** The tool `list_docs`: lists the design docs with their stages and progress. */

import { say } from '../text/message';
import { LIST_DOCS } from './outputs';
import { CURSOR, pageAfter } from './paging';
import { tool } from './tool';

export const listDocs = tool({
  name: 'list_docs',
  title: say`List Design Docs`,
  description:
    'Lists the design docs of the workspace, and the plans of other tools (`planFormat`): path, title, stage (draft, progress, finished, …), template, done and total steps of the plan, and the number of warnings. Use it to find the path that the other tools need. Next: next_step to work on a document, check_doc to see its warnings.',
  input: { type: 'object', properties: { cursor: CURSOR }, required: [], additionalProperties: false },
  output: LIST_DOCS,
  writes: false,
  idempotent: true,
  confirm: () => say`List the design docs of the workspace.`,
  async run(store, { cursor }) {
    const documents = [];
    for await (const document of store.listed()) documents.push(document);
    const { kept, ...end } = pageAfter(documents, cursor, ({ path }) => path);
    return { roots: await store.roots(), documents: kept, ...end };
  },
});
