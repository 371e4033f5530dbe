import * as path from 'node:path';

/** The repository's root, found from this file's compiled place, out/test/harness. */
export const ROOT = path.resolve(__dirname, '..', '..', '..');

/** What is kept between runs and never committed: prepared editors, the workspace of `npm start`. */
export const KEPT = path.join(ROOT, '.vscode-test');

/** Where pictures of the interface go. */
export const PICTURES = path.join(ROOT, 'test', 'output');

/** The packaged extension, as `npm run package` writes it. */
export const VSIX = path.join(ROOT, 'dist', 'design-docs.vsix');
