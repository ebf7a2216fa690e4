SELECT x.agency_id, a.name AS agency_name, x.month, x.unit_code, x.reported_at, x.publications_due, x.published_on_time,
    x.updates_due, x.updated_on_time, x.contents_checked, x.contents_complete, x.national_received, x.portal_received,
    x.synced, x.certified_copies_due, x.certified_copies, x.petitions, x.petitions_on_time, x.petitions_satisfied
FROM lienthong.service_reports x LEFT JOIN lienthong.agencies a ON a.id = x.agency_id
{where}
ORDER BY x.agency_id, x.month
