SELECT d.code, d.status, d.procedure_code, p.name AS procedure_name, d.sector, d.unit_code, u.name AS unit_name,
    d.holder_agency, h.name AS holder_agency_name, d.receiving_agency, d.channel, d.filed_on, d.accepted_at, d.due_at,
    d.finished_at, d.overdue_from, coalesce(d.overdue_from < now(), false) AS overdue, d.working_minutes,
    d.waited_minutes, d.fees_requested, d.fees_paid, d.paid_online, d.electronic_result, d.supplement_requests,
    d.rating, d.more_anomalies + (SELECT count(*) FROM lienthong.anomalies n WHERE n.dossier_code = d.code) AS anomalies,
    d.event_count AS version
FROM lienthong.dossiers d
    LEFT JOIN lienthong.procedures p ON p.code = d.procedure_code
    LEFT JOIN lienthong.units u ON u.code = d.unit_code
        AND d.filed_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
    LEFT JOIN lienthong.agencies h ON h.id = d.holder_agency
{where}
ORDER BY d.filed_on DESC, d.code
