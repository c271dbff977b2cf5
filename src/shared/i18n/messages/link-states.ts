import { messages } from './messages.ts'

/** What the data say of what a shape is linked to, in a few words: they stand on the shape. */
export const linkStates = messages({
  en: {
    customers_one: '{{formatted}} customer',
    customers_other: '{{formatted}} customers',
    andMore: '{{name}} and {{formatted}} more',
    shapes_one: '{{formatted}} shape',
    shapes_other: '{{formatted}} shapes',
    open: 'open, due {{date}}',
    done: 'done',
    dropped: 'dropped',
    figure: '{{name}}: {{figure}}',
    element: '{{model}} · {{element}}'
  },
  es: {
    customers_one: '{{formatted}} cliente',
    customers_other: '{{formatted}} clientes',
    andMore: '{{name}} y {{formatted}} más',
    shapes_one: '{{formatted}} forma',
    shapes_other: '{{formatted}} formas',
    open: 'abierta, vence el {{date}}',
    done: 'hecha',
    dropped: 'descartada',
    figure: '{{name}}: {{figure}}',
    element: '{{model}} · {{element}}'
  }
})
