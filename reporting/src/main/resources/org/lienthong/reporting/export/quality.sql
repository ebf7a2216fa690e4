SELECT x.agency_id, x.agency_name, x.measure, x.code, x.count
FROM lienthong.quality_by_agency x
{where}
ORDER BY x.agency_id NULLS LAST, x.measure, x.code
