import { deepEqual } from 'node:assert/strict';
import { mock } from 'node:test';
import { SLOW_MS, SlowDocuments } from '../../../src/vscode/model/slowDocuments';

const COST = SLOW_MS * 4;

describe('slow documents', () => {
  let told: string[];
  let slow: SlowDocuments<string>;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    told = [];
    slow = new SlowDocuments((document) => told.push(document));
  });

  afterEach(() => mock.timers.reset());

  it('announces a change of a fast document at once', () => {
    slow.change('a', SLOW_MS - 1);
    deepEqual([told, slow.isPending('a')], [['a'], false]);
  });

  it('announces the changes of a slow document once, when no other has come for as long as an analysis takes', () => {
    for (let edit = 0; edit < 5; edit++) {
      slow.change('a', COST);
      mock.timers.tick(COST - 1);
      deepEqual([told, slow.isPending('a')], [[], true], `edit ${edit}`);
    }
    mock.timers.tick(1);
    deepEqual([told, slow.isPending('a')], [['a'], false]);
  });

  it('lets each document wait on its own, and announces at once what has become fast', () => {
    slow.change('a', COST);
    slow.change('b', COST);
    slow.change('a', 0);
    deepEqual(told, ['a']);
    mock.timers.tick(COST);
    deepEqual(told, ['a', 'b']);
  });

  it('forgets a document that was closed, and all when it is disposed', () => {
    slow.change('a', COST);
    slow.change('b', COST);
    slow.cancel('a');
    slow.dispose();
    mock.timers.tick(COST);
    deepEqual(told, []);
  });
});
