-- Lists of dossiers by what people ask for, and an order in which small systems follow what changes.

-- The order of changes. The sink takes numbers from the one row of freshness: until it commits no other transaction can
-- take any, so numbers become visible in their order. An ordinary index would make every update of a dossier write to
-- all indexes; this kind notes per stretch of pages which numbers are in it, and leaves an update in its page.
ALTER TABLE lienthong.freshness
    ADD COLUMN last_change bigint NOT NULL DEFAULT 0,
    ADD COLUMN database_id uuid NOT NULL DEFAULT gen_random_uuid();
COMMENT ON COLUMN lienthong.freshness.last_change IS 'The highest changed_seq that was given.';
COMMENT ON COLUMN lienthong.freshness.database_id IS 'Which database this is: one that was filled anew numbers changes anew, and a cursor of the old one must not be used on it.';

ALTER TABLE lienthong.dossiers ADD COLUMN changed_seq bigint;
UPDATE lienthong.dossiers d SET changed_seq = n.number
FROM (SELECT code, row_number() OVER (ORDER BY last_event_at, code) AS number FROM lienthong.dossiers) n
WHERE n.code = d.code;
UPDATE lienthong.freshness SET last_change = (SELECT count(*) FROM lienthong.dossiers);
ALTER TABLE lienthong.dossiers ALTER COLUMN changed_seq SET NOT NULL;
CREATE INDEX dossiers_by_change ON lienthong.dossiers USING brin (changed_seq)
    WITH (pages_per_range = 16, autosummarize = on);
COMMENT ON COLUMN lienthong.dossiers.changed_seq IS 'Số thứ tự thay đổi: grows over all dossiers with every change of a row.';

-- What hardly ever changes costs its index entry once.
CREATE INDEX dossiers_by_filing ON lienthong.dossiers (filed_on DESC, code);
CREATE INDEX dossiers_by_procedure ON lienthong.dossiers (procedure_code, filed_on DESC, code);
CREATE INDEX dossiers_by_sector ON lienthong.dossiers (sector, filed_on DESC, code);
CREATE INDEX dossiers_by_code ON lienthong.dossiers (upper(code) text_pattern_ops);
-- What changes in a dossier's life is indexed where few dossiers stand: nine of ten are returned and stay so. An update
-- of any of these columns writes to every index of the table, one of another column to none.
CREATE INDEX dossiers_by_status ON lienthong.dossiers (status, filed_on DESC, code) WHERE status <> 'RETURNED';
CREATE INDEX dossiers_by_holder ON lienthong.dossiers (holder_agency, filed_on DESC, code);
CREATE INDEX dossiers_by_overdue ON lienthong.dossiers (overdue_from) WHERE overdue_from IS NOT NULL;

-- A text search vector answers for prefixes, which an index on the array itself does not. Sources write aliases of any
-- length, and empty ones.
CREATE FUNCTION lienthong.alias_words(aliases text[])
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(coalesce(array_agg(DISTINCT upper(left(alias, 200))), '{}'))
    FROM unnest(aliases) AS alias WHERE alias <> ''
$$;
COMMENT ON FUNCTION lienthong.alias_words IS 'Mã hồ sơ khác in capitals, as an index for prefixes holds them.';
CREATE INDEX dossiers_by_alias_prefix ON lienthong.dossiers USING gin (lienthong.alias_words(aliases))
    WHERE aliases <> '{}';

CREATE INDEX unit_tree_by_above ON lienthong.unit_tree (above_code, above_valid_from);

CREATE TABLE lienthong.dossier_departures (
    dossier_code text NOT NULL,
    unit_code    text NOT NULL,
    filed_on     date NOT NULL,
    changed_seq  bigint NOT NULL,
    PRIMARY KEY (dossier_code, unit_code, filed_on)
);
CREATE INDEX dossier_departures_by_change ON lienthong.dossier_departures (changed_seq);
COMMENT ON TABLE lienthong.dossier_departures IS 'Hồ sơ đã rời đơn vị: from which unit a dossier went, to another one or altogether, so that those who follow the unit learn of it.';
COMMENT ON COLUMN lienthong.dossier_departures.dossier_code IS 'Mã hồ sơ.';
COMMENT ON COLUMN lienthong.dossier_departures.unit_code IS 'Mã đơn vị that it left, in the meaning of filed_on.';
COMMENT ON COLUMN lienthong.dossier_departures.filed_on IS 'Ngày nộp as it was recorded then.';
COMMENT ON COLUMN lienthong.dossier_departures.changed_seq IS 'Số thứ tự thay đổi, in the same order as of dossiers.';

-- Triggers, because they see the row before the change, and only for the few rows that leave.
CREATE FUNCTION lienthong.note_departure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    number bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE lienthong.freshness SET last_change = last_change + 1 RETURNING last_change INTO number;
    ELSIF NEW.unit_code = OLD.unit_code AND EXISTS (
        SELECT FROM lienthong.units u
        WHERE u.code = OLD.unit_code
            AND OLD.filed_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
            AND NEW.filed_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')) THEN
        RETURN NULL; -- another day of the same unit
    ELSE
        number := NEW.changed_seq;
    END IF;
    INSERT INTO lienthong.dossier_departures AS t VALUES (OLD.code, OLD.unit_code, OLD.filed_on, number)
    ON CONFLICT (dossier_code, unit_code, filed_on) DO UPDATE SET changed_seq = excluded.changed_seq;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION lienthong.note_departure IS 'Ghi nhận hồ sơ rời đơn vị.';
CREATE TRIGGER dossier_moves AFTER UPDATE ON lienthong.dossiers FOR EACH ROW
    WHEN (OLD.unit_code IS NOT NULL
        AND (OLD.unit_code, OLD.filed_on) IS DISTINCT FROM (NEW.unit_code, NEW.filed_on))
    EXECUTE FUNCTION lienthong.note_departure();
CREATE TRIGGER dossier_goes AFTER DELETE ON lienthong.dossiers FOR EACH ROW
    WHEN (OLD.unit_code IS NOT NULL) EXECUTE FUNCTION lienthong.note_departure();
