/** Checks a text that is in no file yet, or of which the file has an older version. */

import * as path from 'node:path';
import { summaryOf } from '../../core/json/summary';
import type { Request } from '../workspace/request';
import { insidePath } from '../workspace/workspace';
import { openAnalyzer, unboundNote } from './analyzeFiles';
import type { CheckedFile } from './checkFiles';
import { openContext } from './context';

/** Checks a text as if it were in the file `named`, which need not exist. Throws a `UserError` for an unknown template. */
export async function checkText(request: Request, named: string, text: string): Promise<CheckedFile> {
  const context = await openContext(request, []);
  const file = path.resolve(request.cwd, named);
  const found = openAnalyzer(request, context)(file, text);
  if (!found.analysis.bound) request.note(unboundNote(found));
  const summary = { ...summaryOf(found.analysis), templatePath: found.templatePath };
  return { file, path: named, inside: insidePath(context.workspace, file), summary };
}
