SELECT x.code, x.valid_from, x.valid_to, x.level, x.name, x.parent_code,
    array_to_string(x.successors, ' ') AS successors, array_to_string(x.members, ' ') AS members, x.latitude, x.longitude
FROM lienthong.units x
{where}
ORDER BY x.code, x.valid_from
