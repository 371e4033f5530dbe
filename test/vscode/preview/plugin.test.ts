/** The plug-in of the Markdown preview beside others. */

import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { Uri } from 'vscode';
import type { ShownOverviews } from '../../../src/vscode/preview/plugin';
import { PreviewPlugin } from '../../../src/vscode/preview/plugin';

type Engine = InstanceType<typeof MarkdownIt>;

const TEXT = '# Title\n\n::: note\n\n*Text* and `code`.\n';
const uri = { scheme: 'file', toString: () => 'file:///a.md' } as Uri;
const HTML = '<section>Draft</section>\n';

/** A plug-in that replaces a rule for headings, and one that adds a rule and renders a part with the same renderer. */
const others = [
  (engine: Engine): void => {
    engine.renderer.rules.heading_open = (tokens, index) => `<${tokens[index]?.tag} class="own">`;
  },
  (engine: Engine): void => {
    engine.core.ruler.push('first', (state) => {
      assert.match(
        state.tokens[0]?.type ?? '',
        /^(?:heading|paragraph)_open$/,
        'no token of another plug-in',
      );
    });
    engine.renderer.rules.code_inline = (_tokens, _index, options, env) =>
      engine.renderer.render(engine.parse('**nested**', {}), options, env);
  },
];

function connected(shown?: (map: ShownOverviews) => void): PreviewPlugin {
  const plugin = new PreviewPlugin();
  plugin.connect({ htmlOf: () => HTML, watch: (map) => shown?.(map) });
  return plugin;
}

describe('the plug-in of the preview', () => {
  const plain = new MarkdownIt();
  for (const other of others) plain.use(other);
  const expected = plain.render(TEXT, {});

  for (const [name, order] of [
    ['before', 0],
    ['between', 1],
    ['after', 2],
  ] as const) {
    it(`shows the overview once and changes nothing else, loaded ${name} two others`, () => {
      const { extendMarkdownIt } = connected();
      const plugins = [...others.slice(0, order), extendMarkdownIt, ...others.slice(order)];
      const engine = new MarkdownIt();
      for (const plugin of plugins) plugin(engine);
      assert.equal(engine.render(TEXT, { currentDocument: uri }), HTML + expected);
      assert.equal(engine.render(TEXT, { currentDocument: uri }), HTML + expected, 'once more');
      assert.equal(engine.render(TEXT, {}), expected, 'a text without a document');
    });
  }

  it('shows nothing before the extension has started, and says then what was shown', () => {
    const plugin = new PreviewPlugin();
    const engine = plugin.extendMarkdownIt(new MarkdownIt());
    assert.equal(engine.render('A', { currentDocument: uri }), '<p>A</p>\n');
    let shown: ShownOverviews | undefined;
    plugin.connect({ htmlOf: () => HTML, watch: (map) => (shown = map) });
    assert.deepEqual([...(shown ?? [])], [['file:///a.md', '']]);
    assert.equal(engine.render('A', { currentDocument: uri }), `${HTML}<p>A</p>\n`);
    assert.deepEqual([...(shown ?? [])], [['file:///a.md', HTML]]);
  });

  it('shows the overview again after a rule of another plug-in has failed', () => {
    const { extendMarkdownIt } = connected();
    const engine = extendMarkdownIt(new MarkdownIt());
    const { text = () => '' } = engine.renderer.rules;
    engine.renderer.rules.text = () => {
      throw new Error('a fault');
    };
    assert.throws(() => engine.render('A', { currentDocument: uri }), /a fault/);
    engine.renderer.rules.text = text;
    assert.equal(engine.render('A', { currentDocument: uri }), `${HTML}<p>A</p>\n`);
  });
});
