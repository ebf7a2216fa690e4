SELECT x.agency_id, a.name AS agency_name, x.unit_code, x.reported_at, x.computers, x.computers_below_minimum, x.lan,
    x.bandwidth_mbps, array_to_string(x.security_measures, ' ') AS security_measures, x.staff, x.staff_trained
FROM lienthong.agency_readiness x LEFT JOIN lienthong.agencies a ON a.id = x.agency_id
{where}
ORDER BY x.agency_id
