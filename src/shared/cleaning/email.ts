import type { CleanCell } from './step-run.ts'

/** Format rule of domain 6.11. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u
/** `Ana <ana@example.com>`, `mailto:ana@example.com`. */
const ADDRESS_IN = /<([^<>\s]+@[^<>\s]+)>\s*$/u

/** Mail domains people really have; what is one slip away from one of these, and is none of these, is likely a slip. */
const KNOWN = (
  'gmail.com googlemail.com hotmail.com hotmail.es hotmail.com.ar hotmail.com.mx outlook.com outlook.es live.com live.com.mx msn.com ' +
  'yahoo.com yahoo.es yahoo.com.mx yahoo.com.ar yahoo.cl ymail.com rocketmail.com icloud.com me.com mac.com aol.com gmx.com gmx.es gmx.de gmx.net ' +
  'telefonica.net movistar.es orange.es vodafone.es ono.com terra.es terra.com wanadoo.es euskaltel.net proton.me protonmail.com mail.com ' +
  'prodigy.net.mx uol.com.ar fibertel.com.ar speedy.com.ar vtr.net'
).split(' ')
const KNOWN_SET = new Set(KNOWN)
/** Slips are looked for in the domains most people have; near a rare one nearly everything is another domain. */
const COMMON = 'gmail.com hotmail.com hotmail.es outlook.com outlook.es yahoo.com yahoo.es icloud.com telefonica.net movistar.es'.split(' ')
/** Endings that don't exist as domains of their own and are one key from one that does. */
const ENDINGS = new Map([
  ['con', 'com'],
  ['cmo', 'com'],
  ['ocm', 'com'],
  ['comm', 'com'],
  ['vom', 'com'],
  ['xom', 'com'],
  ['coom', 'com']
])

/** What a mistyped domain probably stands for; null: nothing is the matter with it. It is an offer: nothing is changed by it. */
export function suggestDomain(domain: string): string | null {
  if (KNOWN_SET.has(domain)) return null
  const ending = /\.([^.]+)$/u.exec(domain)?.[1] ?? ''
  const fixed = ENDINGS.has(ending) ? domain.slice(0, -ending.length) + (ENDINGS.get(ending) ?? '') : domain
  if (KNOWN_SET.has(fixed)) return fixed
  return COMMON.find((known) => isOneSlip(fixed, known)) ?? (fixed === domain ? null : fixed)
}

/** One letter more, less, other, or two swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [restA, restB] = [a.slice(at), b.slice(at)]
  if (restA.length === restB.length)
    return restA.slice(1) === restB.slice(1) || (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  return restA.length > restB.length ? restA.slice(1) === restB : restA === restB.slice(1)
}

/**
 * A reader of e-mail addresses: without what stands around the address, in small letters; null where it is none.
 * `domains`: mistyped domains and what they are to become; no other domain is touched.
 */
export function createEmailCleaner(domains: Readonly<Record<string, string>>): CleanCell {
  const fixes = new Map(Object.entries(domains).map(([from, to]) => [from.toLowerCase(), to.toLowerCase()]))
  return (text) => {
    const address = (ADDRESS_IN.exec(text)?.[1] ?? text)
      .trim()
      .replace(/^(?:mailto:|'(?=[^']*$))/iu, '')
      .replace(/[;,.]+$/u, '')
      .toLowerCase()
    if (!EMAIL.test(address)) return null
    const at = address.lastIndexOf('@') + 1
    return address.slice(0, at) + (fixes.get(address.slice(at)) ?? address.slice(at))
  }
}
