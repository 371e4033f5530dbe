import type { Text } from '../text/message';
import { Message } from '../text/message';
import { UserError } from '../text/userError';

/** A place in the configuration file: characters of one line. Line and character count from 0. */
export interface ConfigPlace {
  readonly line: number;
  readonly character: number;
  /** At least 1. */
  readonly length: number;
}

/** An error at a place of the configuration file. */
export class ConfigError extends UserError {
  constructor(
    readonly place: ConfigPlace,
    /** The error, without the file name and the position. */
    readonly what: Text,
    fileName = '',
  ) {
    const { line, character } = place;
    super('config', new Message(['', ':', ':', ': ', '.'], [fileName, line + 1, character + 1, what]));
  }

  /** The same error in a file of this name. */
  in(fileName: string): ConfigError {
    return new ConfigError(this.place, this.what, fileName);
  }
}
