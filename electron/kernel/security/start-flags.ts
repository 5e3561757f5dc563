/** Switches that open the program to others or weaken its sandbox. Checklist 4, 6 and 8. */
const refused = [
  'no-sandbox',
  'disable-web-security',
  'allow-running-insecure-content',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'host-rules',
  'proxy-server',
  'log-net-log',
]

/** Those among the start's arguments that a packaged program does not run with. */
export function findRefusedFlags(argv: readonly string[]): readonly string[] {
  return refused.filter(flag => argv.some(argument => argument === `--${flag}` || argument.startsWith(`--${flag}=`)))
}
