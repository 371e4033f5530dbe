import assert from 'node:assert/strict';
import { call, DOCUMENT, storeOf } from './memoryStore';

interface ReadyPage {
  readonly boxes: readonly { readonly id: string; readonly places: readonly { readonly line: number }[] }[];
  readonly nextCursor: string | null;
}

describe('the boxes of ready_for_review', () => {
  it('have pages, and each place is on one of them', async () => {
    const items = Array.from({ length: 120 }, (_, at) => `- It never fails in case ${at}.\n`).join('');
    const store = storeOf({ 'a.md': `${DOCUMENT}\n## Notes\n\n${items}` });
    const lines: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await call<ReadyPage>(store, 'ready_for_review', {
        path: 'a.md',
        ...(cursor && { cursor }),
      });
      const claims = page.boxes.filter(({ id }) => id === 'claims');
      assert.ok(claims.length <= 1);
      lines.push(...claims.flatMap(({ places }) => places.map(({ line }) => line)));
      cursor = page.nextCursor;
    } while (cursor);
    assert.equal(lines.length, 120);
    assert.equal(new Set(lines).size, 120);
  });
});
