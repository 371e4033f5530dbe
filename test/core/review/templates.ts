/** Templates of made-up teams, each with a draft that follows it. */

export const ENGLISH = {
  template: `# Note: <Title>

**Status:** Draft | In Review | Done

## Goals (Required)

- What will be reached.

## Out of Scope (Required)

## Security Notes (Required)

Map the trust boundaries.

## Test Strategy (Required)

## Open Questions (Optional)

## Next Actions (Required)

- At most 3 bullets.

## Work Plan (Required)

- [ ] Milestone 1: <milestone>
`,
  document: `# Note: Clock

**Status:** Draft


## Goals

- An alert within 5 s.
- It is pleasant.

## Out of Scope

- Forecasts.

## Security Notes

None: it reads a clock, and nothing else.

## Test Strategy

- Unit tests of the clock.

## Open Questions

None.

## Next Actions

- Buy a clock.

## Work Plan

- [ ] Milestone 1: Clock
`,
} as const;

/** A team that has none of the usual sections. */
export const SMALL = {
  template: '# Idea: <Title>\n\n**Status:** Draft\n\n## Story (Required)\n\n## Cost (Required)\n',
  document: '# Idea: Boat\n\n**Status:** Draft\n\n## Story\n\nA boat.\n\n## Cost\n\nTen coins.\n',
} as const;

export const GERMAN = {
  template: `# Entwurf: <Titel>

- Status: Entwurf | In Prüfung | Umgesetzt

## Ziele (erforderlich)

Was am Ende erreicht sein muss.

## Nicht-Ziele (erforderlich)

## Sicherheit (erforderlich)

Welche Vertrauensgrenzen gibt es?

<!-- design-docs: ready Ist der Rückweg geprobt? -->
## Teststrategie (erforderlich)

## Offene Fragen (optional)
`,
  document: `# Entwurf: Schleuse

- Status: Entwurf

## Ziele

- Der Pegel wird in 5 Minuten gemeldet.


- Die Wärter sind zufrieden.

## Nicht-Ziele

- Vorhersagen.

## Teststrategie

- Komponententests und ein Lasttest.

## Sicherheit

Die Vertrauensgrenze liegt am Funkgerät.
`,
} as const;

export const JAPANESE = {
  template: `# 設計: <題名>

- 状態: 下書き | レビュー中 | 完了

## 目標（必須）

達成すること。

## 検証（必須）

## 信頼境界（必須）
`,
  document: `# 設計: 水門

- 状態: 下書き

## 目標

- 水位を知らせる。

## 検証

- 単体テストを書く。

## 信頼境界

なし：外部の入力がない。
`,
} as const;
