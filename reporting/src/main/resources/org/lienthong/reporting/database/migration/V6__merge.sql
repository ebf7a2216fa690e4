-- What the merge says beside a dossier's values: anomalies, claims of others, living permits; and the ledger.

ALTER TABLE lienthong.dossiers
    ADD COLUMN issuing_agency  text,
    ADD COLUMN suspended_since timestamptz,
    ADD COLUMN more_anomalies  integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN lienthong.dossiers.issuing_agency IS 'Cơ quan ban hành kết quả; null until a result is stated.';
COMMENT ON COLUMN lienthong.dossiers.suspended_since IS 'Dừng xử lý từ: the clock stands still; null: not suspended.';
COMMENT ON COLUMN lienthong.dossiers.more_anomalies IS 'Số bất thường khác: beyond those in anomalies.';

CREATE TABLE lienthong.anomalies (
    dossier_code text NOT NULL,
    position     integer NOT NULL,
    code         text NOT NULL,
    event_id     text NOT NULL,
    agency_id    text,
    detail       text NOT NULL,
    PRIMARY KEY (dossier_code, position)
);
INSERT INTO lienthong.anomalies (dossier_code, position, code, event_id, detail)
SELECT d.code, a.number - 1, a.anomaly ->> 'code', a.anomaly ->> 'eventId', ''
FROM lienthong.dossiers d, jsonb_array_elements(d.anomalies) WITH ORDINALITY AS a (anomaly, number);
ALTER TABLE lienthong.dossiers DROP COLUMN anomalies;
CREATE INDEX anomalies_by_agency ON lienthong.anomalies (agency_id, code);
COMMENT ON TABLE lienthong.anomalies IS 'Bất thường của hồ sơ: recorded, never repaired.';
COMMENT ON COLUMN lienthong.anomalies.dossier_code IS 'Mã hồ sơ.';
COMMENT ON COLUMN lienthong.anomalies.position IS 'Place among the anomalies of the dossier, in event order, from 0.';
COMMENT ON COLUMN lienthong.anomalies.code IS 'Stable code, e.g. UNEXPECTED_TRANSITION.';
COMMENT ON COLUMN lienthong.anomalies.event_id IS 'The event that shows it.';
COMMENT ON COLUMN lienthong.anomalies.agency_id IS 'Cơ quan của sự kiện; null: recorded before agencies were.';
COMMENT ON COLUMN lienthong.anomalies.detail IS 'What the code leaves open, such as RESOLVED → IN_PROGRESS.';

CREATE TABLE lienthong.claims (
    dossier_code  text NOT NULL,
    field         text NOT NULL,
    agency_id     text NOT NULL,
    source_system text NOT NULL,
    event_id      text NOT NULL,
    occurred_at   timestamptz NOT NULL,
    conflict      boolean NOT NULL,
    PRIMARY KEY (dossier_code, field, agency_id)
);
CREATE INDEX conflicts_by_agency ON lienthong.claims (agency_id) WHERE conflict;
COMMENT ON TABLE lienthong.claims IS 'Ý kiến khác: what an agency states about a field that another agency owns, kept beside the owner''s value; the latest of each agency per field. What it states may be personal: lienthong_private.claim_values.';
COMMENT ON COLUMN lienthong.claims.dossier_code IS 'Mã hồ sơ.';
COMMENT ON COLUMN lienthong.claims.field IS 'Field of the record; of a permit: permits/number/field.';
COMMENT ON COLUMN lienthong.claims.agency_id IS 'Cơ quan nêu.';
COMMENT ON COLUMN lienthong.claims.source_system IS 'Hệ thống nguồn.';
COMMENT ON COLUMN lienthong.claims.event_id IS 'The event that states it.';
COMMENT ON COLUMN lienthong.claims.occurred_at IS 'Thời điểm nêu.';
COMMENT ON COLUMN lienthong.claims.conflict IS 'Mâu thuẫn: it differs from the owner''s present value.';

CREATE TABLE lienthong_private.claim_values (
    dossier_code text NOT NULL,
    field        text NOT NULL,
    agency_id    text NOT NULL,
    value        text NOT NULL,
    PRIMARY KEY (dossier_code, field, agency_id)
);
COMMENT ON TABLE lienthong_private.claim_values IS 'Giá trị của ý kiến khác: may be personal data.';
COMMENT ON COLUMN lienthong_private.claim_values.dossier_code IS 'Mã hồ sơ.';
COMMENT ON COLUMN lienthong_private.claim_values.field IS 'Field of the record.';
COMMENT ON COLUMN lienthong_private.claim_values.agency_id IS 'Cơ quan nêu.';
COMMENT ON COLUMN lienthong_private.claim_values.value IS 'What it states, as text, cut at 500 characters.';

ALTER TABLE lienthong.permits
    ADD COLUMN issued_by       text,
    ADD COLUMN valid_from      date,
    ADD COLUMN amended_at      timestamptz,
    ADD COLUMN suspended_until date,
    ADD COLUMN ended_at        timestamptz,
    ADD COLUMN dossier_known   boolean;
UPDATE lienthong.permits p
SET dossier_known = EXISTS (SELECT FROM lienthong.dossiers d WHERE d.code = p.dossier_code AND d.status IS NOT NULL);
ALTER TABLE lienthong.permits ALTER COLUMN dossier_known SET NOT NULL;
-- An index on dossiers for the few without a status would touch every update of a status.
CREATE INDEX permits_waiting ON lienthong.permits (dossier_code) WHERE NOT dossier_known;
COMMENT ON COLUMN lienthong.permits.status IS 'Trạng thái as events state it: ISSUED, SUSPENDED, REVOKED, EXPIRED, UNKNOWN; on a day: permit_status_on.';
COMMENT ON COLUMN lienthong.permits.issued_by IS 'Cơ quan cấp; null while it was never seen issued.';
COMMENT ON COLUMN lienthong.permits.valid_from IS 'Có hiệu lực từ.';
COMMENT ON COLUMN lienthong.permits.amended_at IS 'Sửa đổi, gia hạn lần cuối.';
COMMENT ON COLUMN lienthong.permits.suspended_until IS 'Đình chỉ đến hết ngày; null: not suspended, or without an end.';
COMMENT ON COLUMN lienthong.permits.ended_at IS 'Thu hồi hoặc hết hiệu lực, as stated.';
COMMENT ON COLUMN lienthong.permits.dossier_known IS 'Whether an event of the dossier itself is known, not only of its permits.';

-- Receipts tell of refused events too, whose ids and codes may be of any length: hash indexes hold them all.
ALTER TABLE lienthong.receipts
    ADD COLUMN received_at          timestamptz,
    ADD COLUMN redrive_of_topic     text,
    ADD COLUMN redrive_of_partition integer,
    ADD COLUMN redrive_of_offset    bigint;
DROP INDEX lienthong.receipts_by_dossier;
CREATE INDEX receipts_by_dossier ON lienthong.receipts USING hash (dossier_code);
CREATE INDEX receipts_by_event ON lienthong.receipts USING hash (event_id);
COMMENT ON COLUMN lienthong.receipts.received_at IS 'Thời điểm nhận: when the broker took the event in; null: received before times were kept.';
COMMENT ON COLUMN lienthong.receipts.redrive_of_topic IS 'Đưa lại từ cách ly: topic where the event was first read; null: no redrive.';
COMMENT ON COLUMN lienthong.receipts.redrive_of_partition IS 'Partition where it was first read.';
COMMENT ON COLUMN lienthong.receipts.redrive_of_offset IS 'Offset where it was first read.';

ALTER TABLE lienthong.receipt_counts
    ADD COLUMN agency_id text NOT NULL DEFAULT '',
    DROP CONSTRAINT receipt_counts_pkey,
    ADD PRIMARY KEY (agency_id, outcome, code),
    SET (fillfactor = 50);
TRUNCATE lienthong.receipt_counts;
INSERT INTO lienthong.receipt_counts (agency_id, outcome, code, count)
SELECT left(coalesce(agency_id, ''), 100), outcome, code, count(*) FROM lienthong.receipts GROUP BY 1, 2, 3;
COMMENT ON TABLE lienthong.receipt_counts IS 'Rows of receipts per agency, outcome and code, kept by the sink in the same transaction: a summary need not count millions of rows.';
COMMENT ON COLUMN lienthong.receipt_counts.agency_id IS 'Mã định danh cơ quan, its first 100 characters; empty: not known.';

CREATE TABLE lienthong.ledger (
    topic        text NOT NULL,
    partition    integer NOT NULL,
    read         bigint NOT NULL,
    applied      bigint NOT NULL,
    duplicate    bigint NOT NULL,
    late         bigint NOT NULL,
    superseded   bigint NOT NULL,
    conflict     bigint NOT NULL,
    quarantined  bigint NOT NULL,
    redriven     bigint NOT NULL,
    first_offset bigint NOT NULL,
    last_offset  bigint NOT NULL,
    balance      bigint GENERATED ALWAYS AS
        (read - applied - duplicate - late - superseded - conflict - quarantined) STORED,
    PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);
COMMENT ON TABLE lienthong.ledger IS 'Sổ cái (exchange.ledger): what was read from each partition of the input topics, and what became of it.';
COMMENT ON COLUMN lienthong.ledger.topic IS 'Topic of the input.';
COMMENT ON COLUMN lienthong.ledger.partition IS 'Partition of the input.';
COMMENT ON COLUMN lienthong.ledger.read IS 'Số bản ghi đã đọc.';
COMMENT ON COLUMN lienthong.ledger.applied IS 'Đã ghi nhận.';
COMMENT ON COLUMN lienthong.ledger.duplicate IS 'Trùng.';
COMMENT ON COLUMN lienthong.ledger.late IS 'Đến muộn, đã ghi nhận.';
COMMENT ON COLUMN lienthong.ledger.superseded IS 'Đã bị thay thế.';
COMMENT ON COLUMN lienthong.ledger.conflict IS 'Mâu thuẫn.';
COMMENT ON COLUMN lienthong.ledger.quarantined IS 'Cách ly.';
COMMENT ON COLUMN lienthong.ledger.redriven IS 'Đưa lại từ cách ly: of those read.';
COMMENT ON COLUMN lienthong.ledger.first_offset IS 'Offset of the first record read; -1: none.';
COMMENT ON COLUMN lienthong.ledger.last_offset IS 'Offset of the last record read; -1: none.';
COMMENT ON COLUMN lienthong.ledger.balance IS 'Chênh lệch: read less the sum of the outcomes; 0, or something was lost.';

CREATE FUNCTION lienthong.permit_status_on(status text, valid_until date, suspended_until date, day date)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN status IN ('ISSUED', 'SUSPENDED') AND valid_until < day THEN 'EXPIRED'
        WHEN status = 'SUSPENDED' AND suspended_until < day THEN 'ISSUED'
        ELSE status
    END
$$;
COMMENT ON FUNCTION lienthong.permit_status_on IS 'Trạng thái giấy phép vào một ngày: from the stated status, the last day of validity and the last day of a suspension (each null: without an end).';

CREATE VIEW lienthong.permits_today AS
SELECT dossier_code, permit_number, kind, issued_by, status AS stated_status,
    lienthong.permit_status_on(
        status, valid_until, suspended_until, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS status_today,
    issued_at, valid_from, valid_until, amended_at, suspended_until, ended_at
FROM lienthong.permits;
COMMENT ON VIEW lienthong.permits_today IS 'Giấy phép hôm nay: permits with their status on this day in Asia/Ho_Chi_Minh. For another day, use permit_status_on.';
COMMENT ON COLUMN lienthong.permits_today.stated_status IS 'Trạng thái as events state it.';
COMMENT ON COLUMN lienthong.permits_today.status_today IS 'Trạng thái hôm nay: EXPIRED after the last day of validity, ISSUED again after the last day of a suspension.';

CREATE VIEW lienthong.waiting_permits AS
SELECT p.dossier_code, p.permit_number, p.kind, p.issued_by, p.status AS stated_status, p.issued_at, p.valid_until,
    d.first_event_at AS waiting_since
FROM lienthong.permits p JOIN lienthong.dossiers d ON d.code = p.dossier_code
WHERE NOT p.dossier_known;
COMMENT ON VIEW lienthong.waiting_permits IS 'Giấy phép chờ hồ sơ: permits whose dossier is not known yet.';
COMMENT ON COLUMN lienthong.waiting_permits.waiting_since IS 'Thời điểm sự kiện đầu tiên: of the earliest event of the permits.';

CREATE VIEW lienthong.quality_by_agency AS
SELECT q.agency_id, a.name AS agency_name, q.measure, q.code, q.count
FROM (
    SELECT agency_id, 'ANOMALY' AS measure, code, count(*) AS count FROM lienthong.anomalies GROUP BY agency_id, code
    UNION ALL
    SELECT agency_id, 'CONFLICT', 'CONFLICT', count(*) FROM lienthong.claims WHERE conflict GROUP BY agency_id
    UNION ALL
    SELECT nullif(agency_id, ''), 'RECEIPT', outcome, sum(count)::bigint
    FROM lienthong.receipt_counts GROUP BY agency_id, outcome
    UNION ALL
    SELECT nullif(agency_id, ''), 'QUARANTINE', code, count
    FROM lienthong.receipt_counts WHERE outcome = 'QUARANTINED'
) AS q LEFT JOIN lienthong.agencies a ON a.id = q.agency_id;
COMMENT ON VIEW lienthong.quality_by_agency IS 'Chất lượng dữ liệu theo cơ quan: one row per agency, measure and code. Add rows of one measure only: QUARANTINE divides what RECEIPT counts as QUARANTINED.';
COMMENT ON COLUMN lienthong.quality_by_agency.agency_id IS 'Mã định danh cơ quan; null: not known, as of bytes that could not be read.';
COMMENT ON COLUMN lienthong.quality_by_agency.agency_name IS 'Tên cơ quan; null: not in ref.agencies.';
COMMENT ON COLUMN lienthong.quality_by_agency.measure IS 'ANOMALY: bất thường per code; CONFLICT: open conflicts with the owner of a field; RECEIPT: biên nhận per outcome; QUARANTINE: cách ly per reason.';
COMMENT ON COLUMN lienthong.quality_by_agency.code IS 'Code of the anomaly, outcome of the receipt, reason of the quarantine.';
COMMENT ON COLUMN lienthong.quality_by_agency.count IS 'Số lượng.';
