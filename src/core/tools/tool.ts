/** The shape of a tool that agents call. A tool is one file and one entry in the list; it does not know its face. */

import { visible } from '../document/quote';
import { shorten } from '../text/shorten';
import { UserError } from '../text/userError';
import type { DocumentStore, Opened } from './documentStore';
import { versionOf } from './documentStore';
import type { ObjectSchema, ValueOf } from './input';
import { readInput } from './input';
import { withPlainTexts } from './limits';

const MAX_ERROR = 2000;

export interface Tool {
  /** A verb and a noun, joined by `_`. */
  readonly name: string;
  readonly title: string;
  /** For a model: what it does, when to use it, what comes next. */
  readonly description: string;
  /** The JSON Schema of what it takes. */
  readonly input: ObjectSchema;
  /** True if it changes files. */
  readonly writes: boolean;
  /** For a person who is asked whether it may run: what it is about to do. */
  confirm(given: unknown): string;
  /** Throws a `UserError`, in words that an agent can act on, if it cannot. */
  run(store: DocumentStore, given: unknown): Promise<object>;
}

interface ToolDefinition<S extends ObjectSchema> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: S;
  readonly writes: boolean;
  confirm(input: ValueOf<S>): string;
  run(store: DocumentStore, input: ValueOf<S>): Promise<object>;
}

/** A tool that checks its input before it does anything, and whose answers are short. */
export function tool<const S extends ObjectSchema>(definition: ToolDefinition<S>): Tool {
  const { input, confirm, run } = definition;
  return {
    ...definition,
    confirm: (given) => confirm(readInput(input, given)),
    run: async (store, given) => {
      try {
        return withPlainTexts(await run(store, readInput(input, given))) as object;
      } catch (error) {
        // A refusal quotes the document, too.
        throw error instanceof UserError ? new UserError(error.code, plainError(error)) : error;
      }
    },
  };
}

function plainError({ message }: UserError): string {
  return shorten(visible(message), MAX_ERROR);
}

/** What every answer about one document opens with. */
export function about(document: Opened): { readonly version: string; readonly path: string } {
  return { version: versionOf(document), path: document.path };
}

export const PATH = {
  type: 'string',
  maxLength: 1000,
  description: 'The path of the document, as list_docs gives it.',
} as const;

export const VERSION = {
  type: 'string',
  maxLength: 100,
  description: 'The version that the last answer about this document gave. A stale one is refused.',
} as const;
