/**
 * What bringing data in, cleaning and trusting it need: own presets with their recipes, redo of imports, merges that can be
 * taken back, views of the customers table, checks against reality and the ledger of erasures.
 */
export const bringInAndTrust = `
-- A mapping of columns with its import settings and cleaning recipe, saved by a person.
CREATE TABLE own_presets (id TEXT PRIMARY KEY, definition TEXT NOT NULL CHECK (json_valid(definition)), updated_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Which imports changed a record.
CREATE INDEX import_before_row ON import_before(table_name, row_id);
-- The rows an undone import had made or changed, as they were: redo puts them back.
CREATE TABLE import_after (
  batch_id INTEGER NOT NULL REFERENCES import_batches(id), table_name TEXT NOT NULL, row_id INTEGER NOT NULL,
  after TEXT NOT NULL CHECK (json_valid(after)),
  PRIMARY KEY (batch_id, table_name, row_id)
) STRICT, WITHOUT ROWID;

-- Records from other programs keep the number they have there: the same file again finds them.
ALTER TABLE interactions ADD COLUMN external_id TEXT;
ALTER TABLE complaints ADD COLUMN external_id TEXT;
ALTER TABLE surveys ADD COLUMN external_id TEXT;
CREATE UNIQUE INDEX interactions_external ON interactions(external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX complaints_external ON complaints(external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX surveys_external ON surveys(external_id) WHERE external_id IS NOT NULL;
-- Who points at an order or a customer that is about to go: without these every row that goes looks through the whole table.
CREATE INDEX complaints_order ON complaints(order_id) WHERE order_id IS NOT NULL;
CREATE INDEX campaign_members_order ON campaign_members(converted_order_id) WHERE converted_order_id IS NOT NULL;
CREATE INDEX segment_members_customer ON segment_members(customer_id);

-- Columns of the user's own that customers carry in customers.attributes, by id.
CREATE TABLE attributes (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL CHECK (type IN ('text','number','date','boolean')),
  batch_id INTEGER REFERENCES import_batches(id)
) STRICT, WITHOUT ROWID;

-- Two customers became one; what it takes to part them again exactly. kept_before, merged_before: whole rows of customers;
-- moved: the rows that were given to the kept one, by table.
CREATE TABLE merges (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kept_id INTEGER NOT NULL REFERENCES customers(id), merged_id INTEGER NOT NULL REFERENCES customers(id),
  at TEXT NOT NULL, reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  kept_before TEXT NOT NULL CHECK (json_valid(kept_before)), kept_after TEXT NOT NULL CHECK (json_valid(kept_after)),
  merged_before TEXT NOT NULL CHECK (json_valid(merged_before)), moved TEXT NOT NULL CHECK (json_valid(moved)),
  undone_at TEXT
) STRICT;
CREATE INDEX merges_kept ON merges(kept_id);
CREATE INDEX customers_merged ON customers(merged_into_id) WHERE merged_into_id IS NOT NULL;
-- Pairs of which a person said that they are two different customers.
CREATE TABLE distinct_pairs (
  low_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE, high_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  at TEXT NOT NULL, PRIMARY KEY (low_id, high_id), CHECK (low_id < high_id)
) STRICT, WITHOUT ROWID;

-- Columns, order and filters of the customers table under a name.
CREATE TABLE customer_views (id TEXT PRIMARY KEY, name TEXT NOT NULL, definition TEXT NOT NULL CHECK (json_valid(definition)), position INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- A field of a customer held against reality (accuracy of domain 6.11).
CREATE TABLE accuracy_checks (
  customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE, field TEXT NOT NULL, correct INTEGER NOT NULL CHECK (correct IN (0,1)),
  at TEXT NOT NULL, PRIMARY KEY (customer_id, field)
) STRICT, WITHOUT ROWID;

-- Erased people, by keyed hashes alone: a backup that still holds them can be cleaned of them again after a restore.
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY AUTOINCREMENT, customer_id INTEGER NOT NULL, hashes TEXT NOT NULL CHECK (json_valid(hashes)), at TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
`
