import assert from 'node:assert/strict';
import { namesNextSteps, namesPlan } from '../../../src/core/template/planWords';

describe('namesPlan', () => {
  for (const text of [
    'Implementation Plan',
    'Break it into tasks.',
    'Roadmap',
    'To do',
    'Umsetzung',
    'Umsetzungsplan',
    'Meilensteine',
    'Étapes',
    'Mise en œuvre',
    'Hoja de ruta',
    'Tarefas',
    '実装計画',
    '实施计划',
    '里程碑',
    '추진 계획',
    'План работ',
  ]) {
    it(`is true for "${text}"`, () => assert.ok(namesPlan(text)));
  }

  for (const text of [
    'Planning and explanations',
    'TODO',
    'Tasked',
    'Planète',
    'Planeta',
    'Задачник',
    '設計',
  ]) {
    it(`is false for "${text}"`, () => assert.equal(namesPlan(text), false));
  }
});

describe('namesNextSteps', () => {
  it('knows the next steps in several languages', () => {
    const names = [
      'Next Steps',
      'Immediate\nactions',
      'Nächste Schritte',
      'Prochaines étapes',
      '下一步',
      'Steps',
      'Next',
    ];
    assert.deepEqual(names.map(namesNextSteps), [true, true, true, true, true, false, false]);
  });
});
