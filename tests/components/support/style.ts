/** Styles say nothing to these tests. */
export {}
