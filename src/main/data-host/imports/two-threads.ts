/** Files of a workspace's first orders from this size on are read in a thread of their own; below, reading is over before it has begun. */
export const TWO_THREADS_BYTES = 1024 * 1024
