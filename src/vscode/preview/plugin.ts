/**
 * The plug-in for the built-in Markdown preview. It is loaded at activation, so it knows nothing of documents: until the
 * extension has started, it shows nothing.
 */

import type { Uri } from 'vscode';

/** The part of markdown-it that the plug-in uses. */
export interface MarkdownIt {
  readonly renderer: { render(tokens: unknown, options: unknown, env: unknown): string };
}

/** The HTML above documents. */
export interface Overviews {
  /** The HTML above a document; empty if it is no design doc. */
  htmlOf(uri: Uri): string;
  /** Called with all previews that were rendered before the extension had started. */
  watch(shown: ShownOverviews): void;
}

/** What previews show above documents, by the URI of the document. */
export type ShownOverviews = Map<string, string>;

/** What `activate` returns to VS Code's Markdown extension. */
export interface PreviewExtension {
  extendMarkdownIt<T extends MarkdownIt>(engine: T): T;
}

/** Puts overviews above the documents of previews. */
export class PreviewPlugin implements PreviewExtension {
  private readonly shown: ShownOverviews = new Map();
  private overviews: Overviews | undefined;

  /** Shows overviews from now on. */
  connect(overviews: Overviews): void {
    this.overviews = overviews;
    overviews.watch(this.shown);
  }

  /**
   * Wraps the method that renders a whole document. Tokens and rules stay as they are, so that other plug-ins find what
   * they expect.
   */
  readonly extendMarkdownIt = <T extends MarkdownIt>(engine: T): T => {
    const { renderer } = engine;
    const render = renderer.render;
    let depth = 0;
    renderer.render = (tokens, options, env) => {
      depth++;
      try {
        const html = render.call(renderer, tokens, options, env);
        // A plug-in may render parts of the document with the same method.
        return depth === 1 ? this.above(env) + html : html;
      } finally {
        depth--;
      }
    };
    return engine;
  };

  private above(env: unknown): string {
    const uri = documentOf(env);
    if (!uri) return '';
    const html = this.overviews?.htmlOf(uri) ?? '';
    this.shown.set(uri.toString(), html);
    return html;
  }
}

/** The document that VS Code renders; undefined for a text without one. */
function documentOf(env: unknown): Uri | undefined {
  const document =
    env && typeof env === 'object' && 'currentDocument' in env ? env.currentDocument : undefined;
  return document && typeof document === 'object' && 'scheme' in document ? (document as Uri) : undefined;
}
