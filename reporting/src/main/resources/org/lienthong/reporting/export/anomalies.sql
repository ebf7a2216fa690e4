SELECT x.dossier_code, x.position, x.code, x.event_id, x.agency_id, a.name AS agency_name, x.detail, d.unit_code,
    d.filed_on
FROM lienthong.anomalies x
    LEFT JOIN lienthong.dossiers d ON d.code = x.dossier_code
    LEFT JOIN lienthong.agencies a ON a.id = x.agency_id
{where}
ORDER BY x.dossier_code, x.position
