/** How a review comment starts. Its format is in docs/comments.md. */

/** Matches the start of a review comment in a text. */
export const REVIEW_MARKER = /<!--\s*design-docs\s*:\s*comment(?![\w-])/i;

/** True for the content of an HTML block that starts with a review comment. */
export function isReviewComment(content: string): boolean {
  return content.trimStart().startsWith('<!--') && REVIEW_MARKER.exec(content.trimStart())?.index === 0;
}
