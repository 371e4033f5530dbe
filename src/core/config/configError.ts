import { UserError } from '../text/userError';

/** What is wrong at a place of the configuration file. Line and character count from 0, as everywhere in the core. */
export class ConfigError extends UserError {
  constructor(
    readonly place: { readonly line: number; readonly character: number },
    /** What is wrong there, without the file and the place. */
    readonly what: string,
    fileName = '',
  ) {
    super('config', `${fileName}:${place.line + 1}:${place.character + 1}: ${what}.`);
  }

  /** The same in a file of that name. */
  in(fileName: string): ConfigError {
    return new ConfigError(this.place, this.what, fileName);
  }
}
