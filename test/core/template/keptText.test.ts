import assert from 'node:assert/strict';
import { isAnswer, isMeantToStay } from '../../../src/core/template/keptText';

describe('isMeantToStay', () => {
  for (const text of [
    '<!-- START doctoc generated TOC please keep comment here to allow auto update -->',
    "<!-- DON'T EDIT THIS SECTION, INSTEAD RE-RUN doctoc TO UPDATE -->",
    '<!-- Do not edit: written by a script. -->',
    '<!-- toc -->',
    '<!--toc-->',
    '<!-- markdownlint-disable MD013 -->',
    '<!-- prettier-ignore-start -->',
    '<!-- vale off -->',
    '<!-- cspell:ignore kubelet -->',
    '<!-- SPDX-License-Identifier: Apache-2.0 -->',
    '*Copyright (c) the authors. Licensed under CC-BY-4.0.*',
    'Copyright and related rights waived via [CC0](../LICENSE.md).',
    '- [Summary](#summary)',
    '[one](a.md), [two](b.md)',
  ]) {
    it(`keeps ${text}`, () => assert.equal(isMeantToStay(text), true));
  }

  for (const text of [
    'Say what will be built.',
    '<!-- Say what will be built. -->',
    'Justify each new library: license, upkeep, size.',
    'See [the plan](plan.md) for more.',
    '<!-- What are the values of the team? -->',
  ]) {
    it(`does not keep ${text}`, () => assert.equal(isMeantToStay(text), false));
  }

  it('takes linear time on a long unclosed comment', () => {
    assert.equal(isMeantToStay(`<!-- ${'begins '.repeat(20_000)}`), false);
  });
});

describe('isAnswer', () => {
  for (const text of ['None', 'None.', '**N/A**', 'n/a', 'Not applicable.', 'なし', 'Keine.']) {
    it(`accepts ${text}`, () => assert.equal(isAnswer(text), true));
  }
  for (const text of ['None of these', 'no tea', 'text']) {
    it(`rejects ${text}`, () => assert.equal(isAnswer(text), false));
  }
});
