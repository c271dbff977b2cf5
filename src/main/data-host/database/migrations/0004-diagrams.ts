/** Diagrams shape by shape: an edit touches few rows, and undo logs no more than what differs. */
export const diagramItems = `
-- Shapes of other diagrams, versions and reports point at a diagram by number: the number of a deleted one is never given again.
CREATE TABLE numbered_diagrams (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, model_id TEXT,
  content TEXT NOT NULL CHECK (json_valid(content)), updated_at TEXT NOT NULL
) STRICT;
INSERT INTO numbered_diagrams SELECT id, name, model_id, content, updated_at FROM diagrams;
DROP TABLE diagrams;
ALTER TABLE numbered_diagrams RENAME TO diagrams;

-- One shape or line. place: where it stands, its size and order (of a line its ends and corners), which a drag changes;
-- content: all the rest, with the hash of its picture in place of the picture.
CREATE TABLE diagram_items (
  diagram_id INTEGER NOT NULL REFERENCES diagrams(id) ON DELETE CASCADE, id TEXT NOT NULL,
  place TEXT NOT NULL CHECK (json_valid(place)), content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (diagram_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX diagram_items_counted ON diagram_items(diagram_id, content ->> '$.item');
CREATE INDEX diagram_items_inside ON diagram_items(diagram_id, content ->> '$.parentId') WHERE content ->> '$.parentId' IS NOT NULL;
CREATE INDEX diagram_items_linked ON diagram_items(content ->> '$.link.to', diagram_id) WHERE content ->> '$.link.to' IS NOT NULL;

-- A picture is kept once however many shapes, versions and steps of the log show it.
CREATE TABLE diagram_images (hash TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;

-- A diagram as it was, under a name or (name null) kept by the app. They stay when their diagram goes: undo brings it back.
CREATE TABLE diagram_versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, diagram_id INTEGER NOT NULL, name TEXT, made_at TEXT NOT NULL,
  shapes INTEGER NOT NULL, lines INTEGER NOT NULL, content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE INDEX diagram_versions_of ON diagram_versions(diagram_id, id);
`
