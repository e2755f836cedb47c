// How Teams draws cards: the figures of the host configurations that Microsoft publishes for it, and the style sheet of its
// buttons and inputs.
//
// Figures from `lib/hostConfigs/microsoft-teams-*.json` and `src/containers/teams/teams-container-*.css` of Microsoft's
// package adaptivecards-designer 2.4.4.
// @see https://github.com/microsoft/AdaptiveCards/tree/main/source/nodejs/adaptivecards-designer/src (checked 2026-11-29)

/** One of Teams' themes. */
export type Theme = 'light' | 'dark';

/** Both of them. */
export const themes: readonly Theme[] = ['light', 'dark'];

interface Palette {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly subtleAccent: string;
  readonly attention: string;
  readonly ground: string;
  readonly emphasis: string;
  /** What text is in on a coloured ground. */
  readonly onColour: string;
  readonly frame: string;
  readonly button: string;
  readonly buttonFrame: string;
  readonly input: string;
}

const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    text: '#252424',
    subtle: '#bf252424',
    accent: '#6264a7',
    subtleAccent: '#8b8cc7',
    attention: '#c4314b',
    ground: '#ffffff',
    emphasis: '#f9f8f7',
    onColour: '#252424',
    frame: '#f1f0ef',
    button: '#6264a7',
    buttonFrame: '#bfc0da',
    input: '#f3f2f1',
  },
  dark: {
    text: '#ffffff',
    subtle: '#bfffffff',
    accent: '#a6a7dc',
    subtleAccent: '#8b8cc7',
    attention: '#d74654',
    ground: '#2d2c2c',
    emphasis: '#292828',
    onColour: '#201f1f',
    frame: '#393738',
    button: '#ffffff',
    buttonFrame: '#6165a4',
    input: '#201e1f',
  },
};

const fontSizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
const fontWeights = { lighter: 200, default: 400, bolder: 600 };
const grounds = { accent: '#C7DEF9', good: '#CCFFCC', attention: '#FFC5B2', warning: '#FFE2B2' };
// Segoe UI where there is one, else a font of its widths.
const fontFamily = "'Segoe UI', 'Selawik', 'Open Sans', 'Noto Sans', 'Liberation Sans', sans-serif";

/** The host configuration of a theme. */
export function hostConfigOf(theme: Theme): object {
  const palette = palettes[theme];
  const colours = (text: string) => ({
    default: { default: text, subtle: text === palette.text ? palette.subtle : text },
    accent: { default: palette.accent, subtle: palette.subtleAccent },
    good: { default: '#92c353', subtle: '#e592c353' },
    warning: { default: '#f8d22a', subtle: '#e5f8d22a' },
    attention: { default: palette.attention, subtle: palette.attention },
  });
  const style = (backgroundColor: string, text: string) => ({ backgroundColor, foregroundColors: colours(text) });
  return {
    choiceSetInputValueSeparator: ',',
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: '#EEEEEE' },
    imageSizes: { small: 32, medium: 52, large: 100 },
    fontTypes: {
      default: { fontFamily, fontSizes, fontWeights },
      monospace: { fontFamily: "'Courier New', Courier, monospace", fontSizes, fontWeights },
    },
    textStyles: {
      heading: { fontType: 'default', size: 'large', weight: 'bolder', color: 'default', isSubtle: false },
    },
    containerStyles: {
      default: style(palette.ground, palette.text),
      emphasis: style(palette.emphasis, palette.text),
      ...Object.fromEntries(Object.entries(grounds).map(([name, ground]) => [name, style(ground, palette.onColour)])),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    },
    adaptiveCard: { allowCustomStyle: false },
  };
}

/** The style sheet of a theme, for a card of this width. */
export function styleSheetOf(theme: Theme, width: number): string {
  const { text, ground, frame, button, buttonFrame, input, accent, attention } = palettes[theme];
  return `
body { margin: 0; background: ${theme === 'light' ? '#f5f5f5' : '#1f1f1f'}; }
main { width: ${width}px; box-sizing: border-box; background: ${ground}; border: 1px solid ${frame}; border-radius: 4px; }
a.ac-anchor { color: ${accent}; text-decoration: none; }
.ac-pushButton, .ac-inlineActionButton { font: 14px ${fontFamily}; height: 32px; padding: 4px 10px 5px;
  color: ${button}; background: ${theme === 'light' ? 'white' : 'transparent'}; border: 2px solid ${buttonFrame};
  border-radius: 4px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 100%; }
.ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
.ac-actionSet > .ac-pushButton { flex: 0 0 auto !important; }
.ac-pushButton.style-positive { background: #6264a7; border-color: #6264a7; color: white; }
.ac-pushButton.style-destructive { color: ${attention}; border-color: ${attention}; }
.ac-input { font: 14px ${fontFamily}; color: ${text}; }
.ac-input.ac-textInput, .ac-input.ac-multichoiceInput { background: ${input}; border: 1px solid ${input}; border-radius: 4px;
  padding: 4px 8px; height: 31px; box-sizing: border-box; min-width: 0; }
.ac-input.ac-textInput.ac-multiline { height: 72px; resize: none; }
.ac-input.ac-choiceSetInput-expanded, .ac-input.ac-choiceSetInput-multiSelect { background: none; border: none; height: auto; padding: 0; }
.ac-inlineActionButton { border: none; background: transparent; color: ${text}; }
pre { margin: 0; padding: 8px 12px; background: ${input}; color: ${text}; font: 12px 'Courier New', Courier, monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; border-radius: 4px; }
`;
}
