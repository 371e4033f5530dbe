import assert from 'node:assert/strict';
import { findMark, readMark, withoutMark } from '../../../src/core/markdown/marks';

describe('findMark', () => {
  for (const [heading, kind, when, title] of [
    ['Summary (Required)', 'required', undefined, 'Summary'],
    ['Summary [required]', 'required', undefined, 'Summary'],
    ['Scenarios *(mandatory)*', 'required', undefined, 'Scenarios'],
    ['Scenarios **(MANDATORY)**', 'required', undefined, 'Scenarios'],
    ['Scenarios *mandatory*', 'required', undefined, 'Scenarios'],
    ['Background (Optional)', 'optional', undefined, 'Background'],
    ['Drawbacks [optional]', 'optional', undefined, 'Drawbacks'],
    ['Limits (Optional but recommended)', 'recommended', undefined, 'Limits'],
    ['Limits (Optional but encouraged)', 'recommended', undefined, 'Limits'],
    ['Limits (optional, strongly recommended)', 'recommended', undefined, 'Limits'],
    ['Limits (recommended)', 'recommended', undefined, 'Limits'],
    ['API (Required when public APIs exist)', 'conditional', 'when public APIs exist', 'API'],
    ['API (mandatory if used)', 'conditional', 'if used', 'API'],
    ['Issues (if applicable)', 'conditional', 'if applicable', 'Issues'],
    ['Data *(include if feature involves data)*', 'conditional', 'if feature involves data', 'Data'],
    ['Data (only if needed)', 'conditional', 'only if needed', 'Data'],
    ['Data (Required unless trivial)', 'conditional', 'unless trivial', 'Data'],
    ['Summary (Required) {#Id}', 'required', undefined, 'Summary'],
    ['Summary(Required)', 'required', undefined, 'Summary'],
    ['Links <!-- optional -->', 'optional', undefined, 'Links'],
    ['Links<!--Required-->', 'required', undefined, 'Links'],
    ['Ziele (erforderlich)', 'required', undefined, 'Ziele'],
    ['Objetivos (Obligatorio)', 'required', undefined, 'Objetivos'],
    ['Objectifs (recommandé)', 'recommended', undefined, 'Objectifs'],
    ['Цели (необязательно)', 'optional', undefined, 'Цели'],
    ['目标（必填）', 'required', undefined, '目标'],
    ['背景【任意】', 'optional', undefined, '背景'],
    ['概要［必須］', 'required', undefined, '概要'],
    ['目標（ｏｐｔｉｏｎａｌ）', 'optional', undefined, '目標'],
    ['Risiken (falls zutreffend)', 'conditional', 'falls zutreffend', 'Risiken'],
    ['移行（該当する場合）', 'conditional', '該当する場合', '移行'],
    ['Risks *(delete if empty)*', 'optional', undefined, 'Risks'],
    ['Risiken (entfernen, falls leer)', 'optional', undefined, 'Risiken'],
    ['Daten (erforderlich, wenn Daten betroffen sind)', 'conditional', 'wenn Daten betroffen sind', 'Daten'],
    ['Datos (obligatorio si hay datos)', 'conditional', 'si hay datos', 'Datos'],
    ['Données (obligatoire, si stockées)', 'conditional', 'si stockées', 'Données'],
    ['データ（保存する場合は必須）', 'conditional', '保存する場合', 'データ'],
    ['数据（涉及数据时必填）', 'conditional', '涉及数据时', '数据'],
    ['Daten (erforderlich wenn gespeichert)', 'conditional', 'wenn gespeichert', 'Daten'],
  ] as const) {
    it(heading, () => {
      assert.deepEqual(findMark(heading)?.requirement, when ? { kind, when } : { kind });
      assert.equal(withoutMark(heading), title);
    });
  }

  for (const heading of [
    'Summary',
    'Summary (sketch)',
    'Summary (v2)',
    'Summary (Not Implemented)',
    'Summary (landed)',
    'Summary (2026-07-10)',
    'Summary (i.e. can we roll back the enablement)?',
    'Summary (Service Level Objectives)',
    'Summary (Required for GA)',
    'Dimensions (SI units)',
    'Fields (delete)',
    'Sessions (deleted when idle)',
    '数据（删除时间）',
    '数据（删除可恢复）',
    'Fields (deleted in v2)',
    'Fields (not deleted if used)',
    'Summary (not required)',
    'Summary (Required) of it',
    'Summary: required',
    'Summary (optionally)',
    'Summary (Required, really)',
    'Summary <!-- optional, they say -->',
    'Summary <!-- optional --> of it',
    'Required',
    'Not *so* fast',
    'Kann es (so)',
    '目标（第一期）',
  ]) {
    it(`${heading} has none`, () => {
      assert.equal(findMark(heading), undefined);
      assert.equal(withoutMark(heading), heading);
    });
  }
});

describe('readMark', () => {
  for (const words of [
    '*Not required until targeted at a release*',
    'For GA, this section is required',
    'Required. Say what it does.',
    '',
  ]) {
    it(`is no mark: "${words}"`, () => assert.equal(readMark(words), undefined));
  }

  it('folds white space', () => {
    assert.deepEqual(readMark(' Required\n  when  untrusted '), {
      kind: 'conditional',
      when: 'when untrusted',
    });
  });
});
