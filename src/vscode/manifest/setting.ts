/** What a setting is. Activation reads one, and must not load the list of all. */

/**
 * The values of a setting: their JSON schema for the manifest, and a reader, since a settings file can hold anything.
 */
export interface Values<T> {
  readonly schema: {
    readonly type: string;
    /** The allowed values, each with its description. */
    readonly choices?: Readonly<Record<string, string>>;
    readonly minimum?: number;
    readonly additionalProperties?: boolean;
  };
  /** Returns the valid value, or undefined if `value` is invalid. */
  read(value: unknown): T | undefined;
}

/** A setting of the extension. */
export interface Setting<T> {
  readonly id: `designDocs.${string}`;
  readonly values: Values<T>;
  readonly default: T;
  /** Where it can be set: `resource` in each folder, `machine` only in the user settings of this machine. */
  readonly scope: 'resource' | 'machine';
  /** In Restricted Mode, the workspace's value is ignored. */
  readonly restricted?: true;
  /** The description, as Markdown. The table in docs/vscode.md shows its first sentence. */
  readonly text: string;
}

/** On or off. */
export const SWITCH: Values<boolean> = {
  schema: { type: 'boolean' },
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};
