import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { closeAll, equal, newPath, open, remove, type, until } from './support';

const OVERVIEW = 'class="design-docs-overview"';

/** The HTML of the built-in preview. */
async function render(document: vscode.TextDocument): Promise<string> {
  return vscode.commands.executeCommand<string>('markdown.api.render', document);
}

/** The overview as the text that a person reads, without marks. */
function textOf(html: string): string {
  const [, inner = ''] = /<section class="design-docs-overview"[^>]*>(.*?)<\/section>/s.exec(html) ?? [];
  return inner
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the Markdown preview', () => {
  const paths: string[] = [];
  const opened = async (text: string, folder?: string): Promise<vscode.TextEditor> => {
    const path = newPath(folder);
    paths.push(path);
    return open(path, text);
  };

  before(async function () {
    const markdown = vscode.extensions.getExtension('vscode.markdown-language-features');
    // Not every build for the web has VS Code's own extensions, or can load them.
    const isThere = await markdown?.activate().then(
      () => true,
      () => false,
    );
    if (!isThere) this.skip();
  });

  afterEach(async () => {
    await closeAll();
    await remove(...paths.splice(0));
  });

  it('shows stage, progress and findings above a design doc, as it is typed', async () => {
    const editor = await opened(CLEAN);
    const { document } = editor;
    const html = await until('the overview', async () => {
      const all = await render(document);
      return all.includes(OVERVIEW) && all;
    });
    equal(html.startsWith(`<section ${OVERVIEW}`), true, 'place');
    equal(
      textOf(html),
      'Draft 2 of 5 steps done No findings Store tables 1 of 2 Show tables 1 of 3',
      'overview',
    );
    equal(/<progress value="1" max="2" aria-label="Store tables"><\/progress>/.test(html), true, html);
    await type(editor, '- [ ] Handle a full disk', '- [x] Handle a full disk');
    await type(editor, '- A table opens within 200 ms.\n', '');
    equal(
      textOf(await render(document)),
      'Draft 3 of 5 steps done 1 finding Store tables 2 of 2 Show tables 1 of 3 Not written: Goals',
      'overview after edits',
    );
  });

  it('shows no text of a document as HTML', async () => {
    const sign = '<img src=x onerror=alert(1)>';
    const text = CLEAN.replace('Milestone 1: Store tables', `Milestone 1: \`${sign}"&\``).replace(
      '**Status:** Draft',
      `**Status:** Draft, \`</bdi>${sign}\``,
    );
    const { document } = await opened(text);
    const html = await until('the overview', async () => {
      const all = await render(document);
      return all.includes(OVERVIEW) && all;
    });
    const overview = html.slice(0, html.indexOf('</section>'));
    equal(overview.includes('<img'), false, overview);
    equal(overview.includes('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;'), true, overview);
    equal(overview.includes('&lt;/bdi&gt;&lt;img'), true, overview);
  });

  it('hides review comments, and counts open ones', async () => {
    const comment = '<!-- design-docs: comment\nid: abcdef\nauthor: Ida\nstate: open\n\nWhy offline?\n-->\n';
    const { document } = await opened(CLEAN.replace('## Goals\n', `${comment}\n## Goals\n`));
    const html = await until('the overview', async () => {
      const all = await render(document);
      return all.includes(OVERVIEW) && all;
    });
    equal(textOf(html).includes('1 open comment'), true, textOf(html));
    equal(html.replace(/<!--[\s\S]*?-->/g, '').includes('Why offline?'), false, 'comment');
  });

  it('leaves other documents as they are', async () => {
    const { document } = await opened('# Notes\n\n- [ ] Buy milk\n', 'notes');
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', document.getText());
    equal(await render(document), html, 'HTML');
    equal(html.includes('Buy milk') && !html.includes('design-docs'), true, html);
  });
});
