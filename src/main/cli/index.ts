import { findResources } from './resources.ts'
import { runCli } from './run-cli.ts'

// A reader that closes the pipe early (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
const interrupt = new AbortController()
process.once('SIGINT', () => {
  interrupt.abort()
})

void runCli({
  words: process.argv.slice(2),
  resourcesDir: findResources(process.argv[1] ?? '.'),
  locale: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale,
  signal: interrupt.signal,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text)
}).then((code) => {
  // Not `process.exit`: what is still in the pipe would be cut off.
  process.exitCode = code
})
