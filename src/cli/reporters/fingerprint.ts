/** Names findings in a way that survives edits elsewhere in the document. */

import { identityOf } from '../../core/baseline/baseline';
import type { FindingJson } from '../../core/json/documents';
import { digest } from '../../core/text/digest';

/**
 * Returns a function that names a finding by its document, its rule and its message, and by its turn among equal ones.
 * The name does not depend on the line, so that text above the finding does not change it.
 */
export function fingerprints(): (path: string, finding: Pick<FindingJson, 'rule' | 'message'>) => string {
  const seen = new Map<string, number>();
  return (path, finding) => {
    const name = JSON.stringify([path, identityOf(finding)]);
    const turn = seen.get(name) ?? 0;
    seen.set(name, turn + 1);
    return digest(`${name} ${turn}`);
  };
}
