-- A dossier, schema version 1. application_id 0x456E7465 ("Ente"), user_version 1, rollback journal, UTF-8.
--
-- Texts are UTF-8 in normal form C. A key matches [a-z0-9][a-z0-9-]*; keys are unique across events, actors,
-- relationships, periods, perspectives, eras, sources, citations, media, stories and scenes; themes, event kinds and
-- relation types have a name space each. Dates are EDTF (ISO 8601-2). Words of closed sets are checked by who reads:
-- the file holds no CHECK, default, trigger, view or expression. [^citation-key] in a text marks a citation.

CREATE TABLE dossier(
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL, subtitle TEXT, summary TEXT, language TEXT, authors TEXT, licence TEXT, version TEXT,
    created TEXT, modified TEXT, -- ISO 8601, UTC
    opening_selection TEXT, opening_moment TEXT, -- a key; EDTF
    digest TEXT -- SHA-256 over the rows, lower-case hex; null: not sealed
) STRICT;

CREATE TABLE source(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    kind TEXT, title TEXT NOT NULL, author TEXT, publisher TEXT, published TEXT, url TEXT, archived_url TEXT, accessed TEXT, licence TEXT
) STRICT;

CREATE TABLE citation(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES source(id), locator TEXT, note TEXT, quotation TEXT
) STRICT;

CREATE TABLE theme(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL, icon TEXT, position INTEGER NOT NULL,
    lane INTEGER REFERENCES theme(id) -- null: a lane itself; else the theme whose lane it joins
) STRICT;

CREATE TABLE event_kind(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL, mark TEXT NOT NULL, tenor TEXT NOT NULL
) STRICT;

CREATE TABLE event(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL, short_title TEXT, summary TEXT,
    kind INTEGER NOT NULL REFERENCES event_kind(id),
    tenor TEXT, tenor_citation INTEGER REFERENCES citation(id), -- null: the kind's
    importance INTEGER NOT NULL, place TEXT, certainty TEXT NOT NULL
) STRICT;

CREATE TABLE date_claim(
    id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event(id), position INTEGER NOT NULL,
    edtf TEXT NOT NULL,
    earliest INTEGER, latest INTEGER, -- days since 1970-01-01, proleptic Gregorian; null: open or unknown
    calendar TEXT, note TEXT, preferred INTEGER NOT NULL,
    UNIQUE(event, position)
) STRICT;

CREATE TABLE event_theme(
    event INTEGER NOT NULL REFERENCES event(id), theme INTEGER NOT NULL REFERENCES theme(id), position INTEGER NOT NULL,
    PRIMARY KEY(event, theme)
) STRICT;

CREATE TABLE actor(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL, name TEXT NOT NULL, short_name TEXT, code TEXT, summary TEXT,
    part_of INTEGER REFERENCES actor(id), pole TEXT
) STRICT;

CREATE TABLE alias(
    actor INTEGER NOT NULL REFERENCES actor(id), language TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY(actor, language, text)
) STRICT;

CREATE TABLE participation(
    id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event(id), actor INTEGER NOT NULL REFERENCES actor(id), role TEXT
) STRICT;

CREATE TABLE relation_type(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL, inverse_label TEXT, directed INTEGER NOT NULL, line_form TEXT NOT NULL, tenor TEXT NOT NULL, meaning TEXT NOT NULL
) STRICT;

CREATE TABLE relationship(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    from_actor INTEGER NOT NULL REFERENCES actor(id), to_actor INTEGER NOT NULL REFERENCES actor(id),
    type INTEGER NOT NULL REFERENCES relation_type(id), label TEXT,
    tenor TEXT, tenor_citation INTEGER REFERENCES citation(id)
) STRICT;

CREATE TABLE period(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    relationship INTEGER NOT NULL REFERENCES relationship(id),
    from_edtf TEXT, to_edtf TEXT, -- EDTF, ".." (open) or null (unknown); half-open: up to, not including, the last day
    state TEXT NOT NULL, begun_by INTEGER REFERENCES event(id), ended_by INTEGER REFERENCES event(id)
) STRICT;

CREATE TABLE perspective(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    holder INTEGER NOT NULL REFERENCES actor(id),
    event INTEGER REFERENCES event(id), actor INTEGER REFERENCES actor(id), relationship INTEGER REFERENCES relationship(id),
    stance TEXT NOT NULL, summary TEXT
) STRICT;

CREATE TABLE era(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL, edtf TEXT NOT NULL, band INTEGER NOT NULL, actor INTEGER REFERENCES actor(id)
) STRICT;

CREATE TABLE story(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL, summary TEXT, minutes INTEGER, position INTEGER NOT NULL
) STRICT;

CREATE TABLE scene(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    story INTEGER NOT NULL REFERENCES story(id), position INTEGER NOT NULL,
    headline TEXT, notes TEXT, seconds INTEGER, question TEXT, answer TEXT,
    span_from TEXT, span_to TEXT, moment TEXT, compare_moment TEXT,
    selection TEXT, focus TEXT, focus_steps INTEGER, filter TEXT, view TEXT, lanes_by TEXT,
    network_x REAL, network_y REAL, network_zoom REAL,
    hide_later INTEGER, hide_dates INTEGER, hide_names INTEGER
) STRICT;

CREATE TABLE point(
    scene INTEGER NOT NULL REFERENCES scene(id), position INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY(scene, position)
) STRICT;

CREATE TABLE media(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL, bytes BLOB NOT NULL, alt_text TEXT NOT NULL, credit TEXT, licence TEXT
) STRICT;

CREATE TABLE event_media(
    event INTEGER NOT NULL REFERENCES event(id), media INTEGER NOT NULL REFERENCES media(id), position INTEGER NOT NULL,
    PRIMARY KEY(event, media)
) STRICT;

CREATE TABLE actor_media(
    actor INTEGER NOT NULL REFERENCES actor(id), media INTEGER NOT NULL REFERENCES media(id), position INTEGER NOT NULL,
    PRIMARY KEY(actor, media)
) STRICT;

CREATE TABLE placement(
    actor INTEGER PRIMARY KEY REFERENCES actor(id), x REAL NOT NULL, y REAL NOT NULL -- fractions of the layout's frame
) STRICT;

CREATE TABLE translation(
    language TEXT NOT NULL, subject TEXT NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY(language, subject, field)
) STRICT;

-- What each thing rests on, in order.
CREATE TABLE event_evidence(
    event INTEGER NOT NULL REFERENCES event(id), citation INTEGER NOT NULL REFERENCES citation(id), position INTEGER NOT NULL,
    PRIMARY KEY(event, citation)
) STRICT;
CREATE TABLE date_claim_evidence(
    date_claim INTEGER NOT NULL REFERENCES date_claim(id), citation INTEGER NOT NULL REFERENCES citation(id), position INTEGER NOT NULL,
    PRIMARY KEY(date_claim, citation)
) STRICT;
CREATE TABLE participation_evidence(
    participation INTEGER NOT NULL REFERENCES participation(id), citation INTEGER NOT NULL REFERENCES citation(id), position INTEGER NOT NULL,
    PRIMARY KEY(participation, citation)
) STRICT;
CREATE TABLE period_evidence(
    period INTEGER NOT NULL REFERENCES period(id), citation INTEGER NOT NULL REFERENCES citation(id), position INTEGER NOT NULL,
    PRIMARY KEY(period, citation)
) STRICT;
CREATE TABLE perspective_evidence(
    perspective INTEGER NOT NULL REFERENCES perspective(id), citation INTEGER NOT NULL REFERENCES citation(id), position INTEGER NOT NULL,
    PRIMARY KEY(perspective, citation)
) STRICT;
CREATE TABLE actor_evidence(
    actor INTEGER NOT NULL REFERENCES actor(id), citation INTEGER NOT NULL REFERENCES citation(id), position INTEGER NOT NULL,
    PRIMARY KEY(actor, citation)
) STRICT;
CREATE TABLE era_evidence(
    era INTEGER NOT NULL REFERENCES era(id), citation INTEGER NOT NULL REFERENCES citation(id), position INTEGER NOT NULL,
    PRIMARY KEY(era, citation)
) STRICT;
CREATE TABLE scene_evidence(
    scene INTEGER NOT NULL REFERENCES scene(id), citation INTEGER NOT NULL REFERENCES citation(id), position INTEGER NOT NULL,
    PRIMARY KEY(scene, citation)
) STRICT;
