import { theme as antdTheme, type ThemeConfig } from 'antd'

export type ColourMode = 'light' | 'dark'
export type Density = 'compact' | 'default' | 'roomy'

interface Palette {
  readonly primary: string
  readonly primaryBg: string
  readonly success: string
  readonly warning: string
  readonly error: string
  readonly text: string
  readonly text2: string
  readonly text3: string
  readonly textOff: string
  readonly line: string
  readonly divider: string
  readonly layout: string
  readonly container: string
  readonly raised: string
  readonly hover: string
  readonly selected: string
}

const palettes: Readonly<Record<ColourMode, Palette>> = {
  light: {
    primary: '#185be6',
    primaryBg: '#185be6',
    success: '#167959',
    warning: '#8a5f03',
    error: '#931f2b',
    text: '#1a2330',
    text2: '#465264',
    text3: '#5d6978',
    textOff: '#8a94a2',
    line: '#7d8897',
    divider: '#d3d9e1',
    layout: '#f4f6f9',
    container: '#ffffff',
    raised: '#ffffff',
    hover: '#f0f4fa',
    selected: '#e4edfd',
  },
  dark: {
    primary: '#7fb0fa',
    primaryBg: '#2c67c8',
    success: '#a8e7c6',
    warning: '#fed229',
    error: '#fa9184',
    text: '#e7ebf1',
    text2: '#b6bfcb',
    text3: '#98a3b2',
    textOff: '#6b7686',
    line: '#76828f',
    divider: '#343d4a',
    layout: '#11151b',
    container: '#191e26',
    raised: '#212833',
    hover: '#232b37',
    selected: '#1e2f4f',
  },
}

const controlHeights: Readonly<Record<Density, number>> = { compact: 28, default: 32, roomy: 36 }

interface ThemeSetting {
  readonly mode: ColourMode
  readonly density: Density
  readonly motion: boolean
}

/** antd's theme with the same colours as tokens.css: the stock ones fail the contrast that is promised. */
export function createAntdTheme({ mode, density, motion }: ThemeSetting): ThemeConfig {
  const palette = palettes[mode]
  return {
    algorithm: mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: palette.primaryBg,
      colorInfo: palette.primary,
      colorLink: palette.primary,
      colorSuccess: palette.success,
      colorWarning: palette.warning,
      colorError: palette.error,
      colorText: palette.text,
      colorTextSecondary: palette.text2,
      colorTextTertiary: palette.text3,
      colorTextQuaternary: palette.text3,
      colorTextPlaceholder: palette.text3,
      colorTextDescription: palette.text3,
      colorTextDisabled: palette.textOff,
      colorIcon: palette.line,
      colorBorder: palette.line,
      colorBorderSecondary: palette.divider,
      colorSplit: palette.divider,
      colorBgLayout: palette.layout,
      colorBgContainer: palette.container,
      colorBgElevated: palette.raised,
      controlItemBgHover: palette.hover,
      controlItemBgActive: palette.selected,
      controlHeight: controlHeights[density],
      borderRadius: 6,
      borderRadiusLG: 8,
      fontFamily: 'var(--sans)',
      fontFamilyCode: 'var(--mono)',
      fontSize: 14,
      fontWeightStrong: 600,
      lineHeight: 22 / 14,
      boxShadow: 'var(--shadow)',
      boxShadowSecondary: 'var(--shadow)',
      motion,
    },
    components: {
      Select: { optionSelectedBg: palette.selected, optionSelectedColor: palette.text },
      Tooltip: { colorBgSpotlight: mode === 'dark' ? '#343d4a' : '#1a2330', colorTextLightSolid: '#ffffff' },
    },
  }
}
