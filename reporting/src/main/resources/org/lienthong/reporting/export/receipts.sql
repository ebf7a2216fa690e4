SELECT x.received_at, x.event_id, x.dossier_code, x.source_system, x.agency_id, a.name AS agency_name, x.outcome,
    x.code, x.record_version, x.origin_topic, x.origin_partition, x.origin_offset
FROM lienthong.receipts x LEFT JOIN lienthong.agencies a ON a.id = x.agency_id
{where}
ORDER BY x.receipt_partition, x.receipt_offset
