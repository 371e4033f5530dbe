import type { Editor } from './editor';

/** Which extension host the tests run in. */
export type Host = 'node' | 'web';

/** What run-host hands to the launcher, through the environment. */
interface LaunchSettings {
  readonly host: Host;
  readonly editor: Editor;
  readonly restricted: boolean;
  /** The file that the launcher writes the counts to. */
  readonly result: string;
}

/** All that the launcher has to know. */
export interface LaunchOrder extends LaunchSettings {
  readonly extension: string;
  readonly tests: string;
  readonly folder: string | undefined;
  /** The arguments for a desktop VS Code. */
  readonly words: readonly string[];
}

/** What the name of a file ends with that describes a workspace of several folders. */
export const WORKSPACE_FILE = '.code-workspace';

const VARIABLE = 'DESIGN_DOCS_LAUNCH';

/** The environment that carries the settings to the launcher. */
export function settingsEnvironment(settings: LaunchSettings): Record<string, string> {
  return { [VARIABLE]: JSON.stringify(settings) };
}

/** Reads the order from the arguments that test-electron gives to VS Code, and from the environment. */
export function readOrder(words: readonly string[], environment: NodeJS.ProcessEnv): LaunchOrder {
  const json = environment[VARIABLE];
  const extension = option(words, 'extensionDevelopmentPath');
  const tests = option(words, 'extensionTestsPath');
  if (json === undefined || extension === undefined || tests === undefined) {
    throw new Error('The launcher is started by run-host. Run: npm run test:host, or npm run test:web');
  }
  const settings = JSON.parse(json) as LaunchSettings;
  return {
    ...settings,
    extension,
    tests,
    folder: words.find((word) => !word.startsWith('-')),
    words: desktopWords(words, settings),
  };
}

function option(words: readonly string[], name: string): string | undefined {
  const start = `--${name}=`;
  return words.find((word) => word.startsWith(start))?.slice(start.length);
}

/** test-electron always trusts the workspace and knows only the Node host; both may be wanted otherwise. */
function desktopWords(words: readonly string[], { restricted, host }: LaunchSettings): string[] {
  const kept = words.filter((word) => !(restricted && word === '--disable-workspace-trust'));
  return host === 'web' ? [...kept, '--extensionDevelopmentKind=web'] : kept;
}
