SELECT x.dossier_code, x.kind, x.unit_code, u.name AS unit_name, x.agency_id, a.name AS agency_name, x.due_at,
    x.raised_at, x.record_version
FROM lienthong.deadline_alerts x
    LEFT JOIN lienthong.dossiers d ON d.code = x.dossier_code
    LEFT JOIN lienthong.units u ON u.code = x.unit_code
        AND d.filed_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
    LEFT JOIN lienthong.agencies a ON a.id = x.agency_id
{where}
ORDER BY x.raised_at, x.dossier_code
