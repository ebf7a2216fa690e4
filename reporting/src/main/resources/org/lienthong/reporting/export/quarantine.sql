SELECT x.recorded_at, x.origin_topic, x.origin_partition, x.origin_offset, x.reason, x.detail, x.quarantined_by,
    x.event_id, x.dossier_code, x.source_system, x.agency_id, x.state, x.outcome, x.outcome_code
FROM lienthong.quarantine_state x
{where}
ORDER BY x.recorded_at, x.origin_topic, x.origin_partition, x.origin_offset
