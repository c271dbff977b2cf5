/**
 * The reference data model (domain 1.4) and what the app keeps about it. Amounts are whole minor units, dates ISO text.
 * `batch_id` names the import that made a row, so that one import can be undone as one.
 */
export const first = `
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT, WITHOUT ROWID;

CREATE TABLE import_batches (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, preset TEXT, file_name TEXT NOT NULL, file_sha256 TEXT, at TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  rows INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL,
  undone_at TEXT
) STRICT;
-- What a row was before an import changed it; undo of the import puts it back.
CREATE TABLE import_before (
  batch_id INTEGER NOT NULL REFERENCES import_batches(id), table_name TEXT NOT NULL, row_id INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  PRIMARY KEY (batch_id, table_name, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  external_id TEXT CHECK (length(external_id) BETWEEN 1 AND 200),
  type TEXT CHECK (type IN ('person','company')),
  name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 500),
  -- name, e-mail, city and external id without accents and in lower case: what the search reads.
  search_key TEXT NOT NULL DEFAULT '',
  tax_id TEXT, email TEXT, phone TEXT, address TEXT, city TEXT, region TEXT, postal_code TEXT, country TEXT, language TEXT, birth_date TEXT,
  acquisition_date TEXT, acquisition_channel TEXT, acquisition_campaign_id INTEGER REFERENCES campaigns(id),
  partner_id TEXT, owner_user TEXT,
  status TEXT NOT NULL DEFAULT 'customer' CHECK (status IN ('prospect','customer','lost','erased')),
  lost_reason TEXT CHECK (lost_reason IN ('competitor','price','service','moved_away','closed','deceased','no_need','unknown')),
  needs_tags TEXT, wallet_estimate_minor INTEGER, notes TEXT,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)),
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
  merged_into_id INTEGER REFERENCES customers(id),
  batch_id INTEGER REFERENCES import_batches(id)
) STRICT;
CREATE UNIQUE INDEX customers_external ON customers(external_id) WHERE external_id IS NOT NULL;
CREATE INDEX customers_email ON customers(email) WHERE email IS NOT NULL;
CREATE INDEX customers_name ON customers(name COLLATE NOCASE);
-- Order of names in the table, accents aside; the search reads the index alone.
CREATE INDEX customers_search ON customers(search_key);
CREATE INDEX customers_batch ON customers(batch_id) WHERE batch_id IS NOT NULL;

-- Why a person put a customer in, or kept it out of, the strategically significant ones.
CREATE TABLE customer_flags (
  customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('benchmark','inspiration','door_opener','cost_magnet','exclude')),
  reason TEXT NOT NULL DEFAULT '', at TEXT NOT NULL,
  PRIMARY KEY (customer_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER REFERENCES customers(id),
  external_id TEXT,
  -- Which of several equal orders (same customer, date, amount) without a number this one is: 1, 2, 3…
  occurrence INTEGER NOT NULL DEFAULT 1,
  order_date TEXT NOT NULL CHECK (length(order_date) = 10),
  channel TEXT,
  status TEXT NOT NULL DEFAULT 'completed' CHECK (status IN ('completed','pending','cancelled')),
  net_minor INTEGER NOT NULL, cost_minor INTEGER, discount_minor INTEGER, service_cost_minor INTEGER,
  partner_id TEXT, campaign_id INTEGER REFERENCES campaigns(id),
  promised_date TEXT, delivered_date TEXT, delay_cause TEXT,
  batch_id INTEGER REFERENCES import_batches(id)
) STRICT;
CREATE UNIQUE INDEX orders_external ON orders(external_id) WHERE external_id IS NOT NULL;
CREATE INDEX orders_customer ON orders(customer_id);
-- What an order without a number is known by.
CREATE INDEX orders_unnumbered ON orders(customer_id, order_date, net_minor) WHERE external_id IS NULL;

CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders(id) ON DELETE CASCADE,
  line_key TEXT, product TEXT, category TEXT, quantity REAL,
  -- Exact amounts as decimal text in major units where a line has more decimals than the currency; the order holds the rounded sum.
  net_exact TEXT NOT NULL, cost_minor INTEGER, batch_id INTEGER REFERENCES import_batches(id)
) STRICT;
CREATE INDEX order_lines_order ON order_lines(order_id);

CREATE TABLE interactions (
  id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers(id), at TEXT NOT NULL, channel TEXT,
  direction TEXT NOT NULL CHECK (direction IN ('in','out')),
  kind TEXT NOT NULL CHECK (kind IN ('enquiry','quote','visit','support','welcome','follow_up','survey','winback','other')),
  subject TEXT, outcome TEXT, first_response_at TEXT, next_action_at TEXT, handled_by TEXT, handled_by_role TEXT, cost_minor INTEGER,
  batch_id INTEGER REFERENCES import_batches(id)
) STRICT;
CREATE INDEX interactions_customer ON interactions(customer_id, at);

CREATE TABLE complaints (
  id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers(id), order_id INTEGER REFERENCES orders(id),
  opened_at TEXT NOT NULL, category TEXT, severity INTEGER CHECK (severity BETWEEN 1 AND 3), channel TEXT,
  first_response_at TEXT, resolved_at TEXT, resolution TEXT, compensation_minor INTEGER, satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  reopened INTEGER NOT NULL DEFAULT 0, batch_id INTEGER REFERENCES import_batches(id)
) STRICT;
CREATE INDEX complaints_customer ON complaints(customer_id, opened_at);

CREATE TABLE consents (
  id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers(id), purpose TEXT NOT NULL, channel TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('granted','denied','withdrawn')), at TEXT NOT NULL, expires_at TEXT, source TEXT,
  batch_id INTEGER REFERENCES import_batches(id)
) STRICT;
CREATE INDEX consents_customer ON consents(customer_id, purpose, channel, at);

CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY, external_id TEXT UNIQUE, name TEXT NOT NULL,
  goal TEXT NOT NULL CHECK (goal IN ('acquisition','onboarding','retention','development','winback')),
  segment_id TEXT, channel TEXT, start_date TEXT, end_date TEXT, budget_minor INTEGER, actual_cost_minor INTEGER,
  batch_id INTEGER REFERENCES import_batches(id)
) STRICT;
CREATE TABLE campaign_members (
  campaign_id INTEGER NOT NULL REFERENCES campaigns(id) ON DELETE CASCADE, customer_id INTEGER NOT NULL REFERENCES customers(id),
  member_group TEXT NOT NULL DEFAULT 'T' CHECK (member_group IN ('T','C')),
  sent_at TEXT, responded_at TEXT, converted_order_id INTEGER REFERENCES orders(id), batch_id INTEGER REFERENCES import_batches(id),
  PRIMARY KEY (campaign_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_members_customer ON campaign_members(customer_id);

CREATE TABLE surveys (
  id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers(id), at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('nps','csat','ces')), score INTEGER NOT NULL, channel TEXT, comment TEXT, competitor_score INTEGER,
  batch_id INTEGER REFERENCES import_batches(id)
) STRICT;
CREATE INDEX surveys_customer ON surveys(customer_id, kind, at);

-- A user's own segments (the built-in ones are computed): a rule, or a fixed list of members.
CREATE TABLE segments (
  id TEXT PRIMARY KEY, name_en TEXT NOT NULL, name_es TEXT NOT NULL, rule TEXT CHECK (rule IS NULL OR json_valid(rule)),
  owner TEXT, proposition TEXT, reviewed_at TEXT
) STRICT;
CREATE TABLE segment_members (
  segment_id TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customers(id), as_of TEXT NOT NULL,
  PRIMARY KEY (segment_id, as_of, customer_id)
) STRICT, WITHOUT ROWID;

-- Links between a model's element and a segment that a person added or removed from the model file's own.
CREATE TABLE element_segments (
  model_id TEXT NOT NULL, element_id TEXT NOT NULL, segment_id TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('added','removed')),
  PRIMARY KEY (model_id, element_id, segment_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE kpi_targets (kpi_id TEXT PRIMARY KEY, target REAL NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE kpi_entries (id INTEGER PRIMARY KEY, kpi_id TEXT NOT NULL, at TEXT NOT NULL, value REAL NOT NULL, numerator REAL, denominator REAL, note TEXT) STRICT;

CREATE TABLE own_models (id TEXT PRIMARY KEY, definition TEXT NOT NULL CHECK (json_valid(definition)), updated_at TEXT NOT NULL) STRICT;
CREATE TABLE diagrams (id INTEGER PRIMARY KEY, name TEXT NOT NULL, model_id TEXT, content TEXT NOT NULL CHECK (json_valid(content)), updated_at TEXT NOT NULL) STRICT;

-- AUTOINCREMENT: the id of a deleted walk or action is never given again, so that undo can put it back.
CREATE TABLE walks (
  id INTEGER PRIMARY KEY AUTOINCREMENT, model_id TEXT NOT NULL, model_revision INTEGER NOT NULL,
  started_at TEXT NOT NULL, updated_at TEXT NOT NULL, finished_at TEXT, current_element_id TEXT, participants TEXT NOT NULL DEFAULT '', as_of TEXT
) STRICT;
CREATE TABLE walk_steps (
  walk_id INTEGER NOT NULL REFERENCES walks(id) ON DELETE CASCADE, element_id TEXT NOT NULL, position INTEGER NOT NULL,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open','done','skipped')),
  score INTEGER CHECK (score BETWEEN 1 AND 5), justification TEXT NOT NULL DEFAULT '', decision TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '',
  evidence TEXT CHECK (evidence IS NULL OR json_valid(evidence)),
  PRIMARY KEY (walk_id, element_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE walk_answers (
  walk_id INTEGER NOT NULL REFERENCES walks(id) ON DELETE CASCADE, element_id TEXT NOT NULL, question INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (walk_id, element_id, question)
) STRICT, WITHOUT ROWID;
CREATE TABLE assessments (
  id INTEGER PRIMARY KEY, model_id TEXT NOT NULL, element_id TEXT NOT NULL, statement_id TEXT, participant TEXT,
  intention INTEGER CHECK (intention BETWEEN 0 AND 4), reality INTEGER CHECK (reality BETWEEN 0 AND 4), evidence_text TEXT,
  importance INTEGER CHECK (importance BETWEEN 1 AND 5), performance INTEGER CHECK (performance BETWEEN 1 AND 5), at TEXT NOT NULL
) STRICT;
CREATE TABLE actions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, walk_id INTEGER REFERENCES walks(id) ON DELETE SET NULL, model_id TEXT, element_id TEXT, segment_id TEXT,
  title TEXT NOT NULL CHECK (length(title) > 0), owner TEXT NOT NULL CHECK (length(owner) > 0), due_date TEXT NOT NULL CHECK (length(due_date) = 10),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open','done','dropped')),
  kpi_id TEXT, baseline REAL, target REAL, budget_minor INTEGER, created_at TEXT NOT NULL, completed_at TEXT
) STRICT;

-- Every change a person makes: one entry, read by undo and redo. rows: [{table, key, before, after}].
CREATE TABLE changes (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, details TEXT NOT NULL CHECK (json_valid(details)),
  rows TEXT CHECK (rows IS NULL OR json_valid(rows)), batch_id INTEGER REFERENCES import_batches(id),
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
-- One row: goes up with every committed change of data; figures carry the number they were computed from.
CREATE TABLE revision (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL, data_number INTEGER NOT NULL, saved_at TEXT NOT NULL) STRICT;
INSERT INTO revision VALUES (1, 0, 0, '');

-- Derived, thrown away and rebuilt at will. One row per customer: what tables, segments and pages sort and filter by.
-- segment_bits: bit k set = member of the k-th built-in segment (order of resources/catalogue/segments.json; at most 53).
CREATE TABLE customer_metrics (
  customer_id INTEGER PRIMARY KEY REFERENCES customers(id) ON DELETE CASCADE,
  orders INTEGER NOT NULL, order_days INTEGER NOT NULL, first_order_date TEXT, last_order_date TEXT, recency_days INTEGER,
  revenue_minor INTEGER NOT NULL, revenue_window_minor INTEGER NOT NULL, margin_window_minor INTEGER NOT NULL,
  r INTEGER, f INTEGER, m INTEGER, rfm_segment TEXT, lifecycle TEXT NOT NULL, is_ssc INTEGER NOT NULL DEFAULT 0,
  p_alive REAL, clv_minor INTEGER, segment_bits INTEGER NOT NULL DEFAULT 0
) STRICT;
-- Order columns clustered by customer as typed arrays, and whole answers, keyed by what they were computed from.
CREATE TABLE figure_cache (key TEXT PRIMARY KEY, data_number INTEGER NOT NULL, content BLOB NOT NULL) STRICT, WITHOUT ROWID;
`
