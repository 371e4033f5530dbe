import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { analyze } from '../../src/core/analysis/analyze';
import { documentJson } from '../../src/core/json/documents';
import { summaryOf } from '../../src/core/json/summary';
import { messageOf } from '../../src/core/text/message';
import { fixtureFolder, readCases } from '../fixture';

describe('the summary of a document', () => {
  it('has each finding in English for programs, and as a message for an editor', () => {
    let findings = 0;
    for (const name of readdirSync(fixtureFolder).filter(
      (one) => one.endsWith('.md') && one !== 'README.md',
    )) {
      for (const { document, environment } of readCases(`test/rules/${name}`)) {
        const analysis = analyze(document, environment);
        const summary: ReturnType<typeof summaryOf> = JSON.parse(JSON.stringify(summaryOf(analysis)));
        assert.deepEqual(
          documentJson('a.md', summary).findings.map(({ message }) => message),
          analysis.findings.map(({ message }) => message),
        );
        assert.deepEqual(
          summary.findings.map(({ said }) => messageOf(said)),
          analysis.findings.map(({ said }) => said),
        );
        findings += summary.findings.length;
      }
    }
    assert.ok(findings > 100, `${findings} findings`);
  });
});
