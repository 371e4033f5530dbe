/** Texts for people, in English and ready to be translated. */

/** What stands in a place of a form. A string is data, such as a name in a document: it is the same in each language. */
export type MessageValue = string | number | Message;

/**
 * A text with numbered places. English is its string; an editor translates the form and puts the values into it, each
 * at the place that the other language has for it.
 */
export class Message {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly MessageValue[],
  ) {}

  /** The text with its places as `{0}`, by which translations are found. */
  get form(): string {
    return this.texts.map((text, at) => (at === 0 ? text : `{${at - 1}}${text}`)).join('');
  }

  /** English, for programs. */
  toString(): string {
    return this.texts.map((text, at) => (at === 0 ? text : `${this.values[at - 1]}${text}`)).join('');
  }

  toJSON(): string {
    return String(this);
  }

  /** The message as plain JSON, which `messageOf` reads. */
  get parts(): MessageJson {
    const args = this.values.map((value) => (value instanceof Message ? value.parts : value));
    return { message: this.form, args };
  }
}

/** A message as plain JSON that can be kept and still be translated; its names are those of `vscode.l10n.t`. */
export interface MessageJson {
  /** The form. */
  readonly message: string;
  /** The values. */
  readonly args: readonly (string | number | MessageJson)[];
}

/** The message that was kept as plain JSON. */
export function messageOf({ message, args }: MessageJson): Message {
  const values = args.map((value) => (typeof value === 'object' ? messageOf(value) : value));
  return new Message(message.split(/\{\d+\}/), values);
}

/** A text for people: data, or a message. */
export type Text = string | Message;

/**
 * Makes a message: say`There is no file "${path}".` A sentence is one form, and so is each of its plurals: other
 * languages do not build them of the same parts.
 */
export function say(texts: TemplateStringsArray, ...values: readonly MessageValue[]): Message {
  return new Message(texts, values);
}

/** Sentences one after the other; what is undefined is left out. */
export function sentences(...all: readonly (Text | undefined)[]): Message {
  const given = all.filter((one) => one !== undefined);
  return new Message(['', ...given.slice(1).map(() => ' '), ''], given);
}
