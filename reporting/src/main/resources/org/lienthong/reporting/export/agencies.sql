SELECT x.id, x.name, x.parent_id, x.unit_code, x.level, x.valid_from, x.valid_to
FROM lienthong.agencies x
{where}
ORDER BY x.id
