/** What main says to a data host outside the contract: who may call it, which files it may touch, when to end. */
export type ControlMessage =
  /** A new caller. As utility process the port travels with the message; as plain Node process `channel` names it. */
  | { type: 'connect'; channel: number }
  /** Plain Node only: what came through a caller's port, and its end. */
  | { type: 'data'; channel: number; data: string | Uint8Array }
  | { type: 'disconnect'; channel: number }
  /** `mayReplace`: the person agreed that a file which is there already is replaced. */
  | { type: 'grant'; token: string; path: string; mayReplace: boolean }
  | { type: 'shutdown' }

/** What the data host says to main. */
export type HostMessage =
  /** The database component works: the host can be asked. */
  | { type: 'ready' }
  | { type: 'failed'; reason: string }
  | { type: 'granted'; token: string }
  | { type: 'data'; channel: number; data: string | Uint8Array }
