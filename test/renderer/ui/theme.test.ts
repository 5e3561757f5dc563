import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createAntdTheme } from '../../../renderer/ui/theme.ts'

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8')
const modes = { light: block(':root {'), dark: { ...block(':root {'), ...block(':root[data-theme="dark"] {') } }
const surfaces = ['bg', 'bg-layout', 'bg-side', 'bg-hover', 'bg-selected', 'bg-raised']

function block(head: string): Record<string, string> {
  const start = css.indexOf(head) + head.length
  const body = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(match => [match[1], match[2]]))
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function below(mode: Record<string, string>, pairs: readonly (readonly [string, string])[], least: number): string[] {
  return pairs
    .filter(([ink, ground]) => contrast(mode[ink] ?? '', mode[ground] ?? '') < least)
    .map(([ink, ground]) => `${ink} on ${ground}`)
}

test.each(Object.entries(modes))('text holds 4.5:1 on every surface in the %s theme', (_name, mode) => {
  const texts = ['text', 'text-2', 'text-3', 'primary']
  expect(
    below(
      mode,
      texts.flatMap(ink => surfaces.map(ground => [ink, ground] as const)),
      4.5,
    ),
  ).toEqual([])
})

test.each(Object.entries(modes))('status words hold 4.5:1 on their tint and on buttons in the %s theme', (_name, mode) => {
  const tones = ['info', 'ok', 'warn', 'error', 'neutral']
  const pairs = tones.map(tone => [tone, `${tone}-tint`] as const)
  const buttons = [
    ['on-primary', 'primary-bg'],
    ['on-primary', 'primary-hover'],
    ['on-danger', 'danger-bg'],
  ] as const
  expect(below({ 'on-primary': '#ffffff', 'on-danger': '#ffffff', ...mode }, [...pairs, ...buttons], 4.5)).toEqual([])
})

test.each(Object.entries(modes))('outlines of controls hold 3:1 on every surface in the %s theme', (_name, mode) => {
  expect(
    below(
      mode,
      surfaces.map(ground => ['line', ground] as const),
      3,
    ),
  ).toEqual([])
})

test.each(['light', 'dark'] as const)('antd has the same colours as the tokens in the %s theme', mode => {
  const { token = {} } = createAntdTheme({ mode, density: 'default', motion: true })
  const named = modes[mode]

  expect({
    primary: token.colorPrimary,
    link: token.colorLink,
    text: token.colorText,
    second: token.colorTextSecondary,
    placeholder: token.colorTextPlaceholder,
    border: token.colorBorder,
    container: token.colorBgContainer,
    raised: token.colorBgElevated,
    error: token.colorError,
  }).toEqual({
    primary: named['primary-bg'],
    link: named.primary,
    text: named.text,
    second: named['text-2'],
    placeholder: named['text-3'],
    border: named.line,
    container: named.bg,
    raised: named['bg-raised'],
    error: named.error,
  })
})
