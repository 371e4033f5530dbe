/**
 * A model of a document with comments that knows which block is which. Edits are made on the model, never by reading
 * text, so it knows where the block of each comment went.
 */

import assert from 'node:assert/strict';

/** A block of the model, or a comment as it stands in the text. */
export interface ModelEntry {
  readonly id: number;
  readonly kind: 'text' | 'item' | 'heading' | 'code' | 'comment';
  /** The words of a block; the source of a comment, without indentation. */
  text: string;
  /** The block of a comment. */
  readonly about?: number;
}

/** What is known of the block of a comment. */
export interface Fate {
  readonly target: number;
  readonly said: string;
  /** The text of the block before it; undefined if it was the first. */
  readonly before: string | undefined;
  /** It was rewritten so that hardly a word is left. */
  isOther: boolean;
}

/** A random number below a limit. */
export type Below = (limit: number) => number;

export class CommentModel {
  readonly entries: ModelEntry[];
  /** By the comment's id. */
  readonly fates = new Map<string, Fate>();
  /** The block of which a block is a copy. */
  private readonly originals = new Map<number, number>();
  private readonly rewritten = new Set<number>();
  private nextId: number;
  private readonly ticked = new Set<number>();

  constructor(blocks: readonly Pick<ModelEntry, 'kind' | 'text'>[]) {
    this.entries = blocks.map((block, id) => ({ ...block, id }));
    this.nextId = blocks.length;
  }

  /** The text, and the line of each block by its id. */
  render(): { text: string; lineOf: Map<number, number> } {
    const lines: string[] = [];
    const lineOf = new Map<number, number>();
    let before: ModelEntry['kind'] | undefined;
    let list = false;
    for (const { id, kind, text } of this.entries) {
      const joins = kind === 'comment' || (kind === 'item' && list);
      if (before !== undefined && !joins) lines.push('');
      if (kind !== 'comment') {
        lineOf.set(id, lines.length);
        list = kind === 'item';
      }
      lines.push(...this.linesOf(kind, id, text, list));
      before = kind;
    }
    return { text: `${lines.join('\n')}\n`, lineOf };
  }

  private linesOf(kind: ModelEntry['kind'], id: number, text: string, list: boolean): string[] {
    if (kind === 'heading') return [`## ${text}`];
    if (kind === 'item') return [`- [${this.ticked.has(id) ? 'x' : ' '}] ${text}`];
    if (kind === 'code') return ['```', text, '```'];
    if (kind === 'text') return [text];
    // In a list, a comment has no blank line; one that was written elsewhere stands at the margin.
    const isTight = !text.includes('\n\n');
    return text.split('\n').map((line) => (list && isTight ? `  ${line}` : line));
  }

  get blocks(): ModelEntry[] {
    return this.entries.filter(({ kind }) => kind !== 'comment');
  }

  /** Puts a comment, as the program wrote it, below its block and the comments that are there. */
  addComment(about: number, id: string, source: string, said: string): void {
    const at = this.entries.findIndex((entry) => entry.id === about);
    const rest = this.entries.slice(at + 1).findIndex(({ kind }) => kind !== 'comment');
    const place = rest < 0 ? this.entries.length : at + 1 + rest;
    this.entries.splice(place, 0, { id: this.nextId++, kind: 'comment', text: source, about });
    const { blocks } = this;
    const before = blocks[blocks.findIndex((entry) => entry.id === about) - 1]?.text;
    this.fates.set(id, { target: about, said, before, isOther: false });
  }

  insert(at: number, kind: ModelEntry['kind'], text: string): void {
    this.entries.splice(at, 0, { id: this.nextId++, kind, text });
  }

  remove(block: ModelEntry): void {
    this.entries.splice(this.entries.indexOf(block), 1);
  }

  rewrite(block: ModelEntry, text: string, isOther: boolean): void {
    block.text = text;
    if (isOther) this.rewritten.add(block.id);
    for (const fate of this.fates.values()) if (fate.target === block.id && isOther) fate.isOther = true;
  }

  /** Moves a block; `along` takes the comments below it with it. */
  move(block: ModelEntry, below: Below, along: boolean): void {
    const from = this.entries.indexOf(block);
    let count = 1;
    while (along && this.entries[from + count]?.kind === 'comment') count++;
    const moved = this.entries.splice(from, count);
    this.entries.splice(below(this.entries.length + 1), 0, ...moved);
  }

  duplicate(block: ModelEntry, at: number): void {
    const id = this.nextId++;
    this.originals.set(id, this.originals.get(block.id) ?? block.id);
    this.entries.splice(at, 0, { ...block, id });
  }

  tick({ id }: ModelEntry): void {
    if (!this.ticked.delete(id)) this.ticked.add(id);
  }

  block(id: number): ModelEntry | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  /** Asserts that an answer about a comment's block is true. Returns false for the answer that it is not known. */
  check(id: string, state: string, line: number | undefined, context: string): boolean {
    const fate = this.fates.get(id);
    assert.ok(fate, context);
    const { text, lineOf } = this.render();
    const target = this.block(fate.target);
    const message = `${context}: ${id} is said to be ${state} on line ${(line ?? -1) + 1}\n${text}`;
    if (state === 'unknown') return false;
    if (state === 'gone') {
      assert.ok(!target || fate.isOther, message);
      return true;
    }
    const block = this.blocks.find((entry) => lineOf.get(entry.id) === line);
    assert.ok(block && (block === target || this.isStandIn(block, fate, id)), message);
    assert.equal(state === 'changed', block.text !== fate.said, message);
    return true;
  }

  /**
   * True for a block that no text tells from the comment's, because that is not in its place any more: a copy of it, or a
   * block of the same text that was put into that place. To write a text in place of one that is gone is to rewrite that.
   */
  private isStandIn(block: ModelEntry, { target, said, before, isOther }: Fate, id: string): boolean {
    const at = this.entries.findIndex(({ text }) => text.includes(`id: ${id}`));
    const above = this.entries.slice(0, at).findLast(({ kind }) => kind !== 'comment');
    if (above?.id === target && above.text === said) return false;
    const follows = this.blocks[this.blocks.indexOf(block) - 1]?.text === before;
    if (block.text !== said) {
      const isNewer = block.id > (this.entries[at]?.id ?? 0) || this.rewritten.has(block.id);
      const isLost = !this.block(target) || isOther;
      return isLost && (block === above ? isNewer || follows : isNewer && follows);
    }
    const isInPlace = block === above && follows;
    return isInPlace || this.originals.get(block.id) === target;
  }
}
