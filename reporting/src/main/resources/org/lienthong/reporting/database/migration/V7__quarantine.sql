-- The quarantine as a list of work: whose record it is, who set it aside, and what became of sending it again.

ALTER TABLE lienthong.quarantine
    ADD COLUMN quarantined_by       text,
    ADD COLUMN event_id             text,
    ADD COLUMN dossier_code         text,
    ADD COLUMN source_system        text,
    ADD COLUMN agency_id            text,
    ADD COLUMN redrive_of_topic     text,
    ADD COLUMN redrive_of_partition integer,
    ADD COLUMN redrive_of_offset    bigint;

UPDATE lienthong.quarantine
SET quarantined_by = CASE origin_topic WHEN 'agency.readiness' THEN 'report-sink' ELSE 'dossier-sync' END;
ALTER TABLE lienthong.quarantine ALTER COLUMN quarantined_by SET NOT NULL;

-- What was set aside before it said whose it is: its receipt knows.
UPDATE lienthong.quarantine q
SET (event_id, dossier_code, source_system, agency_id) =
    ROW(r.event_id, r.dossier_code, r.source_system, r.agency_id)
FROM lienthong.receipts r
WHERE r.outcome = 'QUARANTINED'
    AND r.origin_topic = q.origin_topic
    AND r.origin_partition = q.origin_partition
    AND r.origin_offset = q.origin_offset;

COMMENT ON COLUMN lienthong.quarantine.quarantined_by IS 'Who set it aside: dossier-sync, which also gives a receipt, or report-sink, which gives none.';
COMMENT ON COLUMN lienthong.quarantine.event_id IS 'Mã sự kiện; null where the bytes could not be read.';
COMMENT ON COLUMN lienthong.quarantine.dossier_code IS 'Mã hồ sơ; null where it could not be read.';
COMMENT ON COLUMN lienthong.quarantine.source_system IS 'Hệ thống nguồn; null where it could not be read.';
COMMENT ON COLUMN lienthong.quarantine.agency_id IS 'Mã định danh cơ quan; null where it could not be read.';
COMMENT ON COLUMN lienthong.quarantine.redrive_of_topic IS 'Đưa lại từ cách ly: topic where the event was first read; null: no redrive.';
COMMENT ON COLUMN lienthong.quarantine.redrive_of_partition IS 'Partition where it was first read.';
COMMENT ON COLUMN lienthong.quarantine.redrive_of_offset IS 'Offset where it was first read.';

CREATE INDEX quarantine_by_time ON lienthong.quarantine (recorded_at, origin_topic, origin_partition, origin_offset);
CREATE INDEX quarantine_of_redrives ON lienthong.quarantine (redrive_of_topic, redrive_of_partition, redrive_of_offset)
    WHERE redrive_of_topic IS NOT NULL;
CREATE INDEX receipts_of_redrives ON lienthong.receipts (redrive_of_topic, redrive_of_partition, redrive_of_offset)
    WHERE redrive_of_topic IS NOT NULL;
-- What a refused event calls itself may be of any length: hash indexes hold it.
CREATE INDEX quarantine_by_reason ON lienthong.quarantine USING hash (reason);
CREATE INDEX quarantine_by_agency ON lienthong.quarantine USING hash (agency_id);
CREATE INDEX quarantine_by_dossier ON lienthong.quarantine USING hash (dossier_code);

-- All records that name the same first place are one event. A record is settled by a receipt of its event that says
-- something else than QUARANTINED, unless that was read before it; where there is none, a later record of the same event
-- takes over. Places of one partition are compared by their offset, others by the time at which the broker had them.
CREATE VIEW lienthong.quarantine_state AS
SELECT q.*,
    first.topic AS first_topic,
    first.partition AS first_partition,
    first.position AS first_offset,
    CASE
        WHEN settled.outcome IS NOT NULL OR again.reason IS NOT NULL THEN 'REDRIVEN'
        WHEN q.quarantined_by = 'report-sink' THEN 'NO_RECEIPT'
        ELSE 'OPEN'
    END AS state,
    coalesce(settled.outcome, CASE WHEN again.reason IS NOT NULL THEN 'QUARANTINED' END) AS outcome,
    coalesce(settled.code, again.reason) AS outcome_code,
    settled.record_version AS outcome_version,
    coalesce(settled.origin_topic, again.origin_topic) AS redriven_to_topic,
    coalesce(settled.origin_partition, again.origin_partition) AS redriven_to_partition,
    coalesce(settled.origin_offset, again.origin_offset) AS redriven_to_offset
FROM lienthong.quarantine q
    CROSS JOIN LATERAL (
        SELECT coalesce(q.redrive_of_topic, q.origin_topic) AS topic,
            coalesce(q.redrive_of_partition, q.origin_partition) AS partition,
            coalesce(q.redrive_of_offset, q.origin_offset) AS position
    ) first
    LEFT JOIN LATERAL (
        SELECT r.outcome, r.code, r.record_version, r.origin_topic, r.origin_partition, r.origin_offset
        FROM lienthong.receipts r
        WHERE r.redrive_of_topic = first.topic
            AND r.redrive_of_partition = first.partition
            AND r.redrive_of_offset = first.position
            AND r.outcome <> 'QUARANTINED'
            AND (r.origin_partition <> q.origin_partition OR r.origin_offset > q.origin_offset)
        -- Sent more than once, it is a duplicate each time but one.
        ORDER BY r.outcome = 'DUPLICATE', r.origin_partition, r.origin_offset
        LIMIT 1
    ) settled ON true
    LEFT JOIN LATERAL (
        SELECT n.reason, n.origin_topic, n.origin_partition, n.origin_offset
        FROM lienthong.quarantine n
        WHERE settled.outcome IS NULL
            AND n.redrive_of_topic = first.topic
            AND n.redrive_of_partition = first.partition
            AND n.redrive_of_offset = first.position
            AND CASE
                WHEN n.origin_partition = q.origin_partition THEN n.origin_offset > q.origin_offset
                ELSE (n.recorded_at, n.origin_partition) > (q.recorded_at, q.origin_partition)
            END
        ORDER BY n.recorded_at DESC, n.origin_partition DESC, n.origin_offset DESC
        LIMIT 1
    ) again ON true;
COMMENT ON VIEW lienthong.quarantine_state IS 'Cách ly và kết quả đưa lại: every quarantined record with what became of sending it again, as far as receipts have said.';
COMMENT ON COLUMN lienthong.quarantine_state.first_topic IS 'Topic where the event was first read: itself, unless it is a redrive.';
COMMENT ON COLUMN lienthong.quarantine_state.first_partition IS 'Partition where the event was first read.';
COMMENT ON COLUMN lienthong.quarantine_state.first_offset IS 'Offset where the event was first read.';
COMMENT ON COLUMN lienthong.quarantine_state.state IS 'OPEN: no receipt of a redrive yet; REDRIVEN: outcome says what became of it; NO_RECEIPT: set aside by the sink, a redrive is read or set aside again and gives no receipt.';
COMMENT ON COLUMN lienthong.quarantine_state.outcome IS 'Kết quả của lần đưa lại, as a receipt says it; QUARANTINED: set aside again.';
COMMENT ON COLUMN lienthong.quarantine_state.outcome_code IS 'Stable code of that outcome.';
COMMENT ON COLUMN lienthong.quarantine_state.outcome_version IS 'event_count of the record after it; null where it was set aside again.';
COMMENT ON COLUMN lienthong.quarantine_state.redriven_to_topic IS 'Topic where the redriven record was read.';
COMMENT ON COLUMN lienthong.quarantine_state.redriven_to_partition IS 'Partition.';
COMMENT ON COLUMN lienthong.quarantine_state.redriven_to_offset IS 'Offset.';
