/** The theme colours that the extension contributes, with their defaults in each kind of theme. */

/** A colour in the manifest. */
interface ColorEntry {
  readonly id: `designDocs.${string}`;
  readonly text: string;
  readonly defaults: {
    readonly light: string;
    readonly dark: string;
    readonly highContrast: string;
    readonly highContrastLight: string;
  };
}

/** All contributed colours. */
export const colors = {
  // VS Code's own colours for what is disabled have too little contrast to the side bar of its default themes.
  doneForeground: {
    id: 'designDocs.doneForeground',
    text: 'Completed rows of the Plan view.',
    defaults: { light: '#5f5f5f', dark: '#a0a0a0', highContrast: '#c0c0c0', highContrastLight: '#505050' },
  },
} as const satisfies Readonly<Record<string, ColorEntry>>;
