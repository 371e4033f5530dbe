/** Words of a document or template that are names of properties of every object are words like any other. */

import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analysis/analyze';
import { parseDocument } from '../../src/core/document/document';
import { profileOf } from '../../src/core/template/profile';
import { selectFor } from '../../src/core/template/select';
import { readTemplate } from '../../src/core/template/template';

const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];
const SECTIONS = '## Why (Required)\n\nx\n\n## Aim (Required)\n\ny\n\n## Way (Required)\n\nz\n';

for (const name of NAMES) {
  describe(`the word ${name}`, () => {
    const template = readTemplate(
      `# Note: <title>\n\n- ${name}: [${name}-NNNN](x)\n- status: ${name} | done\n\n${SECTIONS}\n## More (Required when ${name} of ${name} is ${name})\n\n## ${name} (Optional)\n`,
      `${name}.md`,
    );

    it('is a field, a status, a condition and a section', () => {
      const own = `# Q\n\n- ${name}: [${name}-0001](x)\n- status: ${name}\n\n${SECTIONS}\n## ${name}\n\n${name}\n`;
      for (const text of [own, `# Q\n\n${SECTIONS}`, `# ${name}\n\n${name}: ${name}\n`, own.slice(0, 60)])
        assert.doesNotThrow(() => analyze(text, { templates: [template], today: '2026-11-22' }));
      assert.equal(analyze(own, { templates: [template], today: '2026-11-22' }).bound?.template, template);
    });

    it('selects a template from a profile that was written as JSON', () => {
      const profile = profileOf(parseDocument(`# Q\n\n${SECTIONS}`));
      assert.equal(selectFor(JSON.parse(JSON.stringify(profile)), [template])?.template, template);
    });
  });
}
