-- A column of a view that is called as the column it shows means the same: it takes the comment over where it has none.
DO $$
DECLARE
    shown record;
BEGIN
    FOR shown IN
        SELECT v.oid AS view, v.relname AS view_name, a.attname AS name,
            (SELECT min(col_description(t.oid, b.attnum))
             FROM pg_rewrite r
                JOIN pg_depend d ON d.objid = r.oid AND d.refobjsubid > 0
                JOIN pg_class t ON t.oid = d.refobjid
                JOIN pg_attribute b ON b.attrelid = t.oid AND b.attnum = d.refobjsubid
             WHERE r.ev_class = v.oid AND b.attname = a.attname) AS meaning
        FROM pg_class v
            JOIN pg_namespace n ON n.oid = v.relnamespace
            JOIN pg_attribute a ON a.attrelid = v.oid AND a.attnum > 0
        WHERE n.nspname = 'lienthong' AND v.relkind = 'v' AND col_description(v.oid, a.attnum) IS NULL
    LOOP
        IF shown.meaning IS NOT NULL THEN
            EXECUTE format('COMMENT ON COLUMN lienthong.%I.%I IS %L', shown.view_name, shown.name, shown.meaning);
        END IF;
    END LOOP;
END
$$;
