import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { findDesktop } from './desktop';
import { KEPT } from './root';
import type { Release, ServerBuild } from './server-build';
import { CURRENT, prepareServerBuild, serverPackage } from './server-build';

const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';
const ANSWER_WITHIN_MS = 2_000;

/** The three ways to a real VS Code. */
type EditorKind = 'desktop' | 'download' | 'server';

/** What the choice of an editor depends on. */
export interface EditorFacts {
  /** The value of DESIGN_DOCS_EDITOR, if any. */
  readonly forced: string | undefined;
  readonly platform: string;
  readonly arch: string;
  readonly hasDisplay: boolean;
  /** The executable of an installed desktop VS Code. */
  readonly desktop: string | undefined;
  readonly downloadAnswers: boolean;
}

/** An editor that is ready to be started. */
export type Editor =
  | { readonly kind: 'desktop' | 'download'; readonly executable: string }
  | { readonly kind: 'server'; readonly build: ServerBuild };

/**
 * Chooses the editor: an installed one first, then an official download, then VS Code's server with a browser,
 * which needs neither a display nor the download host. Throws with advice where none of them is possible.
 */
export function chooseEditor(facts: EditorFacts): EditorKind {
  const { forced, desktop } = facts;
  if (forced !== undefined && forced !== '') return checkForced(forced, facts);
  if (facts.hasDisplay && desktop !== undefined) return 'desktop';
  if (facts.hasDisplay && facts.downloadAnswers) return 'download';
  if (serverPackage(facts.platform, facts.arch) !== undefined) return 'server';
  throw new Error(
    `No VS Code was found on this ${facts.platform}-${facts.arch} machine. ` +
      'Install VS Code and its `code` command on PATH (in VS Code: "Shell Command: Install \'code\' command"), ' +
      'or run this on Linux (x64 or arm64), where the editor is prepared by itself.',
  );
}

function checkForced(forced: string, facts: EditorFacts): EditorKind {
  if (forced === 'desktop' && facts.desktop === undefined) {
    throw new Error(
      'DESIGN_DOCS_EDITOR=desktop, but there is no `code` on PATH. Install VS Code or unset it.',
    );
  }
  if (forced === 'server' && serverPackage(facts.platform, facts.arch) === undefined) {
    throw new Error(
      `DESIGN_DOCS_EDITOR=server works on Linux (x64, arm64), not on ${facts.platform}-${facts.arch}. Unset it.`,
    );
  }
  if (forced === 'desktop' || forced === 'download' || forced === 'server') return forced;
  throw new Error(`DESIGN_DOCS_EDITOR is "${forced}". Set it to desktop, download or server, or unset it.`);
}

/**
 * Chooses an editor for this machine and makes it ready, which takes a while on first use. For the current release any
 * version does that is installed or newest; another release is taken as it is.
 */
export async function prepareEditor(release: Release = CURRENT): Promise<Editor> {
  const any = release === CURRENT;
  const facts = await gatherFacts(process.env, any);
  const kind = chooseEditor(facts);
  if (kind === 'server') return { kind, build: await prepareServerBuild(release) };
  if (kind === 'desktop') return { kind, executable: facts.desktop ?? '' };
  const download = { cachePath: KEPT, ...(!any && { version: release.version }) };
  return { kind, executable: await downloadAndUnzipVSCode(download) };
}

/** Looks at the machine. The network is asked only where the answer could matter. */
async function gatherFacts(environment: NodeJS.ProcessEnv, any: boolean): Promise<EditorFacts> {
  const wanted = environment.DESIGN_DOCS_EDITOR;
  const forced = wanted === 'desktop' && !any ? undefined : wanted;
  const desktop = any ? findDesktop(environment) : undefined;
  const hasDisplay =
    process.platform !== 'linux' || Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY);
  const asks = !forced && hasDisplay && desktop === undefined;
  const downloadAnswers = asks && (await answers(RELEASES));
  return { forced, platform: process.platform, arch: process.arch, hasDisplay, desktop, downloadAnswers };
}

async function answers(address: string): Promise<boolean> {
  try {
    const reply = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return reply.ok;
  } catch {
    // No network, no name, no answer in time: all of them mean only that the download is not possible.
    return false;
  }
}
