-- When each agency was last heard: a system that has fallen silent is seen before its figures are missed.

ALTER TABLE lienthong.receipt_counts ADD COLUMN last_received_at timestamptz;
UPDATE lienthong.receipt_counts c SET last_received_at = r.last_received_at
FROM (
    SELECT left(coalesce(agency_id, ''), 100) AS agency_id, outcome, code, max(received_at) AS last_received_at
    FROM lienthong.receipts GROUP BY 1, 2, 3) r
WHERE (r.agency_id, r.outcome, r.code) = (c.agency_id, c.outcome, c.code);
COMMENT ON COLUMN lienthong.receipt_counts.last_received_at IS 'Lần nhận gần nhất: when the broker took in the newest of these events; null: not noted.';

CREATE VIEW lienthong.agencies_last_heard AS
SELECT coalesce(a.id, c.agency_id) AS agency_id, a.name AS agency_name, coalesce(c.receipts, 0) AS receipts,
    c.last_received_at
FROM lienthong.agencies a
    FULL JOIN (
        SELECT agency_id, sum(count)::bigint AS receipts, max(last_received_at) AS last_received_at
        FROM lienthong.receipt_counts WHERE agency_id <> '' GROUP BY agency_id) c
    ON c.agency_id = a.id;
COMMENT ON VIEW lienthong.agencies_last_heard IS 'Lần nhận gần nhất theo cơ quan: every agency of the reference data, and every other one that has sent events; one that has fallen silent is not seen in any figure.';
COMMENT ON COLUMN lienthong.agencies_last_heard.agency_id IS 'Mã định danh cơ quan.';
COMMENT ON COLUMN lienthong.agencies_last_heard.agency_name IS 'Tên cơ quan; null: not in ref.agencies.';
COMMENT ON COLUMN lienthong.agencies_last_heard.receipts IS 'Số biên nhận: events that it has sent so far.';
COMMENT ON COLUMN lienthong.agencies_last_heard.last_received_at IS 'Lần nhận gần nhất: when the broker took in its newest event; null: none yet.';
