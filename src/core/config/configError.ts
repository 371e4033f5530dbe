import { UserError } from '../text/userError';

/** An error at a position of the configuration file. Line and character count from 0. */
export class ConfigError extends UserError {
  constructor(
    readonly place: { readonly line: number; readonly character: number },
    /** The error, without the file name and the position. */
    readonly what: string,
    fileName = '',
  ) {
    super('config', `${fileName}:${place.line + 1}:${place.character + 1}: ${what}.`);
  }

  /** The same error in a file of this name. */
  in(fileName: string): ConfigError {
    return new ConfigError(this.place, this.what, fileName);
  }
}
