import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { nameTemplate } from '../../../src/core/scaffold/nameTemplate';
import { scaffold } from '../../../src/core/scaffold/scaffold';
import { selectTemplate } from '../../../src/core/template/select';
import { readTemplate } from '../../../src/core/template/template';

const VALUES = { title: 'Kettle', today: '2026-11-22' };
const sections = (names: readonly string[]): string =>
  names.map((name) => `## ${name}\n\n{text}\n`).join('\n');
const note = readTemplate(`# {title}\n\n${sections(['Aim', 'Way', 'Cost'])}`, 'note.md');
const record = {
  ...readTemplate(`# {title}\n\n${sections(['Context', 'Choice', 'Effect'])}`, 'record.md'),
  bundled: true,
};
const small = readTemplate(`# {title}\n\n${sections(['Why', 'How'])}`, 'small.md');
const untitled = readTemplate(`---\nstatus: draft\n---\n\n${sections(['Why', 'How'])}`, 'untitled.md');

describe('nameTemplate', () => {
  const create = (template: typeof note, available: readonly (typeof note)[]) => {
    const created = scaffold(template, VALUES);
    return { created, named: nameTemplate(created, template, available) };
  };

  it('leaves a document as it is for which its template is selected', () => {
    const { created, named } = create(note, [note, record]);
    assert.equal(named, created);
  });

  for (const [name, template] of [
    ['a bundled template beside one of the team', record],
    ['a template with too few headings to be recognized', small],
    ['a template without a title', untitled],
  ] as const) {
    it(`names ${name}`, () => {
      const available = [note, small, untitled, record];
      const { created, named } = create(template, available);
      assert.match(named.text, new RegExp(`^<!-- design-docs: template ${template.name} -->$`, 'm'));
      assert.equal(selectTemplate(parseDocument(named.text), available)?.template, template);
      assert.equal(named.text.replace(/<!--.*-->\n\n?/, '').replace(/\n{3,}/g, '\n\n'), created.text);
      const texts = (one: typeof named): string[] =>
        one.stops.map(({ start, end }) => one.text.slice(start, end));
      assert.deepEqual(texts(named), texts(created));
      assert.ok(created.stops.length > 0);
    });
  }
});
