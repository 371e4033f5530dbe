/** The type of tools that agents call. A tool is a file and an entry in `index.ts`, and is independent of its face. */

import { visible } from '../document/quote';
import type { Message } from '../text/message';
import { shorten } from '../text/shorten';
import { UserError } from '../text/userError';
import type { DocumentStore, Opened, Root } from './documentStore';
import { versionOf } from './documentStore';
import type { ObjectSchema, ValueOf } from './input';
import { readInput, usageOf } from './input';
import { withPlainTexts } from './limits';
import type { OutputSchema } from './outputs';

const MAX_ERROR = 2000;

/** A tool. */
export interface Tool {
  /** A verb and a noun, joined by `_`. */
  readonly name: string;
  readonly title: Message;
  /** For a model: what it does, when to use it, what comes next. */
  readonly description: string;
  /** The JSON Schema of its input. */
  readonly input: ObjectSchema;
  /** The JSON Schema of its result. */
  readonly output: OutputSchema;
  /** True if it changes files. */
  readonly writes: boolean;
  /** True if the same call again changes nothing more. */
  readonly idempotent: boolean;
  /** Describes the call to a person who must allow it. Throws a `UserError` if the input is invalid. */
  confirm(given: unknown): Message;
  /** Returns the result as JSON. Throws a `UserError` whose message tells an agent what to do. */
  run(store: DocumentStore, given: unknown): Promise<object>;
}

interface ToolDefinition<S extends ObjectSchema> {
  readonly name: string;
  readonly title: Message;
  readonly description: string;
  readonly input: S;
  readonly output: OutputSchema;
  readonly writes: boolean;
  readonly idempotent: boolean;
  confirm(input: ValueOf<S>): Message;
  run(store: DocumentStore, input: ValueOf<S>): Promise<object>;
}

/** Makes a tool that validates its input first, and whose results and errors have limited texts. */
export function tool<const S extends ObjectSchema>(definition: ToolDefinition<S>): Tool {
  const { name, input, confirm, run } = definition;
  return {
    ...definition,
    confirm: (given) => confirm(readInput(input, given)),
    run: async (store, given) => {
      try {
        return withPlainTexts(await run(store, readInput(input, given))) as object;
      } catch (error) {
        // Refusals also quote the document, so their texts are limited, too.
        if (!(error instanceof UserError)) throw error;
        const advice = error.code === 'bad-input' ? ` Call ${name} again with ${usageOf(input)}.` : '';
        throw new UserError(error.code, plainError(error) + advice);
      }
    },
  };
}

function plainError({ message }: UserError): string {
  return shorten(visible(message), MAX_ERROR);
}

/** The first properties of every result about one document. */
export interface About extends Root {
  readonly version: string;
  readonly path: string;
}

/** The first properties of a result about a document. */
export function about(document: Opened): About {
  const { path, root, branch } = document;
  return { version: versionOf(document), path, root, branch };
}

/** The schema of a document's path. */
export const PATH = {
  type: 'string',
  maxLength: 1000,
  description: 'The path of the document, as list_docs returns it.',
} as const;

/** The schema of a document's version. */
export const VERSION = {
  type: 'string',
  maxLength: 100,
  description: 'The version in the last result about this document. A stale version is refused.',
} as const;
