/** `key`: the same letters but for case, accents, points, order of words; `near`: a slip of the hand apart. */
export const CLUSTER_METHODS = ['key', 'near'] as const
export type ClusterMethod = (typeof CLUSTER_METHODS)[number]
