/** The same properties for real documents, if a folder of them is available. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import { saysTemplate } from '../../src/core/config/scope';
import { fixableFindings, fixText } from '../../src/core/fix/fixText';
import { readTemplate } from '../../src/core/template/template';
import { applyEdits } from '../../src/core/text/text';
import { root } from '../fixture';
import { checkFindings } from './ranges';
import { bundled } from './templates';

const folder = process.env.DESIGN_DOCS_CORPUS ?? path.join(root, '..', 'shared', 'corpus');
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  : [];

describe('a corpus of real documents', () => {
  const texts = files.map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
  const templates = texts.filter(({ name }) => saysTemplate(path.basename(name)) === 'certain');
  const documents = texts.filter((file) => !templates.includes(file));
  const families = templates.map(({ name, text }) => readTemplate(text, name));
  const environment: Environment = { templates: [...families, bundled], today: '2026-11-22', author: 'Ada' };

  before(function () {
    if (files.length === 0) this.skip();
  });

  it('has ranges inside its texts, and the same findings with CRLF', () => {
    for (const { name, text } of texts) {
      const analysis = analyze(text, environment);
      checkFindings(analysis);
      const other = analyze(`\uFEFF${text.replace(/\r?\n/g, '\r\n')}`, environment);
      const shape = ({ findings }: typeof analysis) =>
        findings.map(({ rule, message, range }) => ({ rule, message, range }));
      assert.deepEqual(shape(other), shape(analysis), name);
    }
  });

  it('is fixed idempotently, and every fix has an effect', () => {
    for (const { name, text } of documents) {
      const { findings } = analyze(text, environment);
      for (const { rule, fixes: [fix] = [] } of findings) {
        if (fix) assert.notEqual(applyEdits(text, fix.edits), text, `${name}: ${rule}`);
      }
      const fixed = fixText(text, environment).text;
      const left = [...fixableFindings(analyze(fixed, environment))];
      assert.deepEqual(
        left.map(({ rule, message }) => `${name}: ${rule}: ${message}`),
        [],
      );
      assert.equal(fixText(fixed, environment).text, fixed, name);
    }
  });
});
