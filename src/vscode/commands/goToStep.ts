import { property } from '../documents/commandArguments';
import type { CommentNode, FindingNode } from '../plan/entries';
import { rowFor } from '../planActions/pick';
import { revealLine } from '../planActions/reveal';
import type { Command } from './command';

/** Goes to the line of a row, a finding or a comment. With `preserveFocus`, shows the line without moving the focus there. */
export const goToStep: Command = async (services, argument, options) => {
  const preserveFocus = property(options, 'preserveFocus') === true;
  if (property(argument, 'finding') !== undefined) {
    const { uri, finding } = argument as FindingNode;
    await revealLine(uri, finding.range.start.line, { preserveFocus });
    return;
  }
  if (property(argument, 'comment') !== undefined) {
    const { uri, comment } = argument as CommentNode;
    await revealLine(uri, (comment.anchor.range ?? comment.range).start.line, { preserveFocus });
    return;
  }
  const node = await rowFor(services, argument);
  if (node) await revealLine(node.uri, node.row.line, { preserveFocus });
};
