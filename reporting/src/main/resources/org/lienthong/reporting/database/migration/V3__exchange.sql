-- What became of every event.

CREATE TABLE lienthong.receipts (
    receipt_partition integer NOT NULL,
    receipt_offset    bigint NOT NULL,
    event_id          text,
    dossier_code      text,
    source_system     text,
    agency_id         text,
    outcome           text NOT NULL,
    code              text NOT NULL,
    record_version    integer NOT NULL,
    origin_topic      text NOT NULL,
    origin_partition  integer NOT NULL,
    origin_offset     bigint NOT NULL,
    PRIMARY KEY (receipt_partition, receipt_offset)
);
CREATE INDEX receipts_by_dossier ON lienthong.receipts (dossier_code);
COMMENT ON TABLE lienthong.receipts IS 'Biên nhận (exchange.receipts): what became of every event; rows are only added. The key is the place in the topic, so that the database itself refuses a second copy.';
COMMENT ON COLUMN lienthong.receipts.receipt_partition IS 'Partition of exchange.receipts.';
COMMENT ON COLUMN lienthong.receipts.receipt_offset IS 'Offset in that partition.';
COMMENT ON COLUMN lienthong.receipts.event_id IS 'Mã sự kiện; null where the bytes could not be read.';
COMMENT ON COLUMN lienthong.receipts.dossier_code IS 'Mã hồ sơ; null where it could not be read.';
COMMENT ON COLUMN lienthong.receipts.source_system IS 'Hệ thống nguồn.';
COMMENT ON COLUMN lienthong.receipts.agency_id IS 'Mã định danh cơ quan.';
COMMENT ON COLUMN lienthong.receipts.outcome IS 'Kết quả: APPLIED, DUPLICATE, LATE, SUPERSEDED, CONFLICT, QUARANTINED.';
COMMENT ON COLUMN lienthong.receipts.code IS 'Stable code of the reason.';
COMMENT ON COLUMN lienthong.receipts.record_version IS 'event_count of the record after it; 0 where there is none.';
COMMENT ON COLUMN lienthong.receipts.origin_topic IS 'Topic of the event.';
COMMENT ON COLUMN lienthong.receipts.origin_partition IS 'Partition of the event.';
COMMENT ON COLUMN lienthong.receipts.origin_offset IS 'Offset of the event.';

CREATE TABLE lienthong.receipt_counts (
    outcome text NOT NULL,
    code    text NOT NULL,
    count   bigint NOT NULL,
    PRIMARY KEY (outcome, code)
);
COMMENT ON TABLE lienthong.receipt_counts IS 'Rows of receipts per outcome and code, kept by the sink in the same transaction: a summary need not count millions of rows.';
COMMENT ON COLUMN lienthong.receipt_counts.outcome IS 'Kết quả.';
COMMENT ON COLUMN lienthong.receipt_counts.code IS 'Stable code of the reason.';
COMMENT ON COLUMN lienthong.receipt_counts.count IS 'Số biên nhận.';

CREATE TABLE lienthong.quarantine (
    origin_topic     text NOT NULL,
    origin_partition integer NOT NULL,
    origin_offset    bigint NOT NULL,
    reason           text NOT NULL,
    detail           text NOT NULL,
    recorded_at      timestamptz NOT NULL,
    PRIMARY KEY (origin_topic, origin_partition, origin_offset)
);
COMMENT ON TABLE lienthong.quarantine IS 'Cách ly (exchange.quarantine, and what the sink itself could not read of agency.readiness): records that could not be applied, without their content.';
COMMENT ON COLUMN lienthong.quarantine.origin_topic IS 'Topic where it was read.';
COMMENT ON COLUMN lienthong.quarantine.origin_partition IS 'Partition.';
COMMENT ON COLUMN lienthong.quarantine.origin_offset IS 'Offset.';
COMMENT ON COLUMN lienthong.quarantine.reason IS 'Stable code.';
COMMENT ON COLUMN lienthong.quarantine.detail IS 'What is wrong, without personal data.';
COMMENT ON COLUMN lienthong.quarantine.recorded_at IS 'Timestamp of the record in Kafka.';

-- The bytes are here and not only on the topic: a row can be read, mended or erased under its own grant, and bytes that
-- came from a compacted topic would be gone once their key is written again.
CREATE TABLE lienthong_private.quarantine_payloads (
    origin_topic     text NOT NULL,
    origin_partition integer NOT NULL,
    origin_offset    bigint NOT NULL,
    key              bytea,
    value            bytea,
    headers          jsonb NOT NULL,
    PRIMARY KEY (origin_topic, origin_partition, origin_offset)
);
COMMENT ON TABLE lienthong_private.quarantine_payloads IS 'Original bytes of quarantined records; may hold personal data.';
COMMENT ON COLUMN lienthong_private.quarantine_payloads.origin_topic IS 'Topic where it was read.';
COMMENT ON COLUMN lienthong_private.quarantine_payloads.origin_partition IS 'Partition.';
COMMENT ON COLUMN lienthong_private.quarantine_payloads.origin_offset IS 'Offset.';
COMMENT ON COLUMN lienthong_private.quarantine_payloads.key IS 'Original key; null: none.';
COMMENT ON COLUMN lienthong_private.quarantine_payloads.value IS 'Original value; null: none.';
COMMENT ON COLUMN lienthong_private.quarantine_payloads.headers IS 'Original headers: name to base64.';
