/** The action being written at a step, not yet added: typed text must outlive the window like every other text of a walk. */
export const actionDrafts = `
ALTER TABLE walk_steps ADD COLUMN action_draft TEXT CHECK (action_draft IS NULL OR json_valid(action_draft));
`
